/** `npm test`: everything a change must pass, in one command, ending in one line `N passed, N failed`. */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureWorkspace, root, run, step } from './ensure-workspace.mjs';

const node = ensureWorkspace();
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const results = [];
const scratch = mkdtempSync(join(tmpdir(), 'huiyin-test-'));

/** A check that counts as one test in the closing line. */
function check(name, command, args, options) {
  const began = Date.now();
  process.stdout.write(`▸ ${name} …\n`);
  const passed = run(command, args, options) === 0;
  process.stdout.write(`  ${passed ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
  results.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
  return passed;
}

/** A command that counts for itself and closes with `N passed, N failed`; one that does not counts as one test. */
function jestless(name, args) {
  const report = join(scratch, `${name}.log`);
  const began = Date.now();
  process.stdout.write(`▸ ${name} …\n`);
  const output = openSync(report, 'w');
  const status = run(node, args, { stdio: ['ignore', output, output] });
  closeSync(output);
  const text = readFileSync(report, 'utf8');
  const counted = /(\d+) passed, (\d+) failed\s*$/.exec(text);
  if (status !== 0) process.stdout.write(text);
  process.stdout.write(`  ${status === 0 ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
  results.push(counted && (status === 0 || counted[2] !== '0') ? { passed: Number(counted[1]), failed: Number(counted[2]) } : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 });
}

/** A jest run whose tests are counted one by one. */
function jest(name, patterns, extra = []) {
  const report = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  process.stdout.write(`▸ ${name} …\n`);
  const status = run(node, ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--ci', '--json', `--outputFile=${report}`, ...extra, ...patterns], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const summary = JSON.parse(readFileSync(report, 'utf8'));
    const brokenSuites = summary.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed')).length;
    results.push({ passed: summary.numPassedTests, failed: summary.numFailedTests + brokenSuites });
    if (status !== 0 && summary.numFailedTests + brokenSuites === 0) results.push({ passed: 0, failed: 1 });
  } catch {
    results.push({ passed: 0, failed: 1 });
  }
}

step('build and type check', () => run(node, [tsc, '--build']));
check('type check of the tests', node, [tsc, '--project', 'tsconfig.spec.json']);
check('lint', node, [join(root, 'node_modules', 'eslint', 'bin', 'eslint.js'), 'apps', 'libs', 'tools']);
jestless('boundaries', [join(root, 'tools', 'boundaries', 'dist', 'main.js')]);
jestless('packs', [join(root, 'libs', 'regulation-packs', 'dist', 'cli.js'), 'lint']);
jest('unit and adapter tests', ['--testPathIgnorePatterns', '\\.e2e\\.spec\\.ts$']);
jest('end to end and scenarios', ['\\.e2e\\.spec\\.ts$'], ['--runInBand', '--passWithNoTests']);
rmSync(scratch, { recursive: true, force: true });

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
