/** `npm start`: install what is missing, build, start the real servers and every service, seed the demo operator. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureWorkspace, root, run, step } from './ensure-workspace.mjs';

const began = Date.now();
const node = ensureWorkspace();
step('build', () => run(node, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--build']));
const child = spawn(node, ['--enable-source-maps', join(root, 'tools', 'up', 'dist', 'main.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, HUIYIN_STARTED_AT: String(began) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
