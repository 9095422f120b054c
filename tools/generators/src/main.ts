import { driftOf, mend } from './files/drift.ts';
import { WORKSPACE } from './files/workspace.ts';
import { generate } from './generate.ts';

const { files, folders } = generate();
const drift = driftOf(WORKSPACE, files, folders);
for (const { path, is } of drift) process.stdout.write(`${is.padEnd(9)} ${path}\n`);

if (process.argv.includes('--check')) {
  process.stdout.write(drift.length === 0 ? `${files.length} generated files are as they should be.\n` : 'Run `node tools/generators/dist/main.js` and commit what it writes.\n');
  process.exitCode = drift.length === 0 ? 0 : 1;
} else {
  mend(WORKSPACE, files, drift);
  process.stdout.write(`${files.length} generated files, ${drift.length} written or removed.\n`);
}
