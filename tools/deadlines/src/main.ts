import { runCommand } from './command-line/run-command.ts';

const { lines, complaints = [], code } = runCommand(process.argv.slice(2));
if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
if (complaints.length > 0) process.stderr.write(`${complaints.join('\n')}\n`);
process.exitCode = code;
