/**
 * The first step of `npm start` and `npm test`: works on any Node ≥ 20.19 without a single package, installs what is
 * missing and hands over to the Node that the workspace pins.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const OLDEST_NODE = [20, 19];
const PINNED_MAJOR = 24;

function fail(message) {
  console.error(`\n✗ ${message}\n`);
  process.exit(1);
}

/** Runs a command to its end with the workspace's own binaries first on the path; returns its exit code. */
export function run(command, args, options = {}) {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`;
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options, env: { ...process.env, PATH: path, NX_DAEMON: 'false', ...options.env } });
  if (result.error) fail(`${command} could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

/** One named step with its time; ends the process when it fails. */
export function step(name, work) {
  const began = Date.now();
  process.stdout.write(`▸ ${name} …\n`);
  const status = work();
  if (status !== undefined && status !== 0) fail(`${name} failed (exit ${status})`);
  process.stdout.write(`  ✓ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) fail(`Node ${OLDEST_NODE.join('.')} or newer is needed to begin; this is ${process.versions.node}.`);
}

/** Installs the packages when the lockfile changed since the last time, or nothing is there. */
function installPackages() {
  const lock = join(root, 'package-lock.json');
  const stamp = join(root, 'node_modules', '.huiyin-installed');
  const wanted = createHash('sha256').update(readFileSync(lock)).update(readFileSync(join(root, 'package.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  step('install packages', () => run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']));
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The Node that runs everything after this: the pinned one where the workspace ships it, else this one if new enough. */
export function pinnedNode() {
  const shipped = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(shipped)) return shipped;
  if (Number(process.versions.node.split('.')[0]) >= PINNED_MAJOR) return process.execPath;
  return fail(`Node ${PINNED_MAJOR} or newer is needed on this system (${process.platform} ${process.arch}); this is ${process.versions.node}.`);
}

export function ensureWorkspace() {
  checkNode();
  installPackages();
  return pinnedNode();
}
