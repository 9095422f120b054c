/** Mutation testing of the core; outside `npm test`: `npm run mutation:deadlines [-- --mutate 'src/due/**']`. */
export default {
  testRunner: 'in-process',
  plugins: ['./mutation/in-process-runner.mjs'],
  coverageAnalysis: 'perTest',
  mutate: ['src/{calendar,due,working,periods,stopwatch,recompute}/**/*.ts', '!**/*.spec.ts'],
  ignorePatterns: ['dist', 'README.md', 'MUTANTS.md'],
  tempDirName: 'dist/mutation',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true, skipFull: false },
  jsonReporter: { fileName: 'dist/mutation.json' },
  concurrency: 1,
  /** Every load of the sources stays in the worker's memory. */
  maxTestRunnerReuse: 100,
  timeoutMS: 10_000,
  timeoutFactor: 3,
  thresholds: { high: 95, low: 90, break: 90 },
};
