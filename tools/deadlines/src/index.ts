export { runCommand } from './command-line/run-command.ts';
export type { Outcome } from './command-line/outcome.ts';
