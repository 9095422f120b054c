/**
 * A process of its own between the supervisor and one server: it starts the server, and stops it cleanly when the
 * supervisor asks or is gone, however it died. Runs detached, so that Ctrl-C in the terminal does not reach the
 * database before the services have drained.
 *
 * Arguments: JSON `{ command, args, logFile, removeAfter? }`. Messages to the supervisor: `{ pid }`, `{ exit }`.
 */
import { spawn } from 'node:child_process';
import { openSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

export interface WatchdogOrder {
  readonly command: string;
  readonly args: readonly string[];
  /** Receives what the server prints. */
  readonly logFile: string;
  /** Folder to remove once the server has ended; the last one of a pair takes the folder around them along. */
  readonly removeAfter?: string;
}

export type WatchdogMessage = { readonly pid: number } | { readonly exit: { code: number | null; signal: string | null; error?: string } };

const GRACE_MS = 20_000;

const order = JSON.parse(process.argv[2] ?? '') as WatchdogOrder;
const output = openSync(order.logFile, 'a', 0o600);
const server = spawn(order.command, order.args, { stdio: ['ignore', output, output] });

const tell = (message: WatchdogMessage): void => {
  if (process.connected) process.send?.(message, () => undefined);
};
const end = (exit: { code: number | null; signal: string | null; error?: string }): void => {
  if (order.removeAfter) removeData(order.removeAfter);
  if (!process.connected) process.exit();
  process.send?.({ exit }, () => process.exit());
};
const removeData = (folder: string): void => {
  const remove = (path: string): void => rmSync(path, { recursive: true, force: true });
  remove(folder);
  const pair = dirname(folder);
  if (!readdirSync(pair, { withFileTypes: true }).some((entry) => entry.isDirectory())) remove(pair);
};
const stop = (): void => {
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), GRACE_MS).unref();
};

server.once('spawn', () => tell({ pid: server.pid ?? 0 }));
server.once('error', (error) => end({ code: null, signal: null, error: error.message }));
server.once('exit', (code, signal) => end({ code, signal }));
process.once('disconnect', stop);
process.on('message', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', () => undefined);
process.on('SIGHUP', () => undefined);
