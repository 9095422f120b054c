import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Address of the desk, for the test processes that jest starts. */
export const DESK_VARIABLE = 'HUIYIN_TEST_SERVERS';

interface Desk {
  readonly server: Server;
  host: ChildProcess | undefined;
  answer: Promise<string> | undefined;
}

// Jest loads setup and teardown as separate modules of one process.
const shelf = globalThis as { [key: symbol]: Desk | undefined };
const KEY = Symbol.for('huiyin.test-servers');

/**
 * Listens in jest's own process. The first question starts a host process with the shared servers; every question is
 * answered with their snapshot. A run without such a question pays nothing. The host ends with jest, however jest ends.
 */
export async function openDesk(): Promise<void> {
  const secret = randomUUID();
  const desk: Desk = {
    host: undefined,
    answer: undefined,
    server: createServer((request, response) => {
      if (request.url !== `/${secret}`) return void response.writeHead(404).end();
      desk.answer ??= startHost(desk);
      desk.answer.then(
        (snapshot) => response.end(snapshot),
        (error: Error) => response.writeHead(500).end(error.message),
      );
    }),
  };
  await new Promise<void>((resolve) => desk.server.listen(0, '127.0.0.1', resolve));
  desk.server.unref();
  process.env[DESK_VARIABLE] = `http://127.0.0.1:${(desk.server.address() as AddressInfo).port}/${secret}`;
  shelf[KEY] = desk;
}

/** Stops the shared servers and the desk. */
export async function closeDesk(): Promise<void> {
  const desk = shelf[KEY];
  delete shelf[KEY];
  desk?.server.close();
  const host = desk?.host;
  if (!host || host.exitCode !== null) return;
  const ended = new Promise((resolve) => host.once('exit', resolve));
  host.send('stop');
  await ended;
}

function startHost(desk: Desk): Promise<string> {
  const host = fork(fileURLToPath(new URL('./host.ts', import.meta.url)), [], {
    execArgv: ['--conditions=@huiyin/source', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  desk.host = host;
  return new Promise((resolve, reject) => {
    host.once('message', (message: { snapshot: string } | { error: string }) => {
      if ('snapshot' in message) resolve(message.snapshot);
      else reject(new Error(message.error));
    });
    host.once('exit', (code) => reject(new Error(`the process of the shared test servers ended (exit ${code})`)));
  });
}
