import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A process that runs one service, or all of them. */
export interface ServiceProcess {
  readonly service: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves with how it ended. */
  readonly ended: Promise<string>;
  /** SIGTERM, then SIGKILL when it does not drain in time. */
  stop(): Promise<void>;
  /** For tests of crashes. */
  kill(signal: NodeJS.Signals): void;
}

export interface Launch {
  /** Name of the log file and of the process in messages. */
  readonly service: string;
  readonly port: number;
  /** Script to run. */
  readonly main: string;
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFolder: string;
}

const DRAIN_MS = 15_000;
const END_WITH_PARENT = new URL('../dist/end-with-parent.js', import.meta.url).href;

/** Starts a process whose log goes to a file of its own. */
export async function launch(options: Launch): Promise<ServiceProcess> {
  const { service, port, root, logFolder } = options;
  await mkdir(logFolder, { recursive: true });
  const log = createWriteStream(join(logFolder, `${service}.log`), { flags: 'a' });
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', END_WITH_PARENT, options.main], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...passedOn(), ...options.environment, PORT: String(port) },
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      log.end();
      resolve(signal ? `signal ${signal}` : `exit ${code ?? 0}`);
    });
  });
  return { service, port, pid: child.pid ?? 0, ended, kill: (signal) => void child.kill(signal), stop: () => stop(child, ended) };
}

function passedOn(): Record<string, string> {
  const wanted = ['PATH', 'HOME', 'TZ', 'LANG', 'LOG_LEVEL', 'NODE_OPTIONS'];
  return Object.fromEntries(wanted.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS);
  await ended;
  clearTimeout(late);
}
