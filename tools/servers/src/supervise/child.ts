import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WatchdogMessage, WatchdogOrder } from './watchdog.ts';

export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
  readonly error?: string;
}

/** A server that runs under a watchdog. */
export interface Child {
  readonly pid: number;
  /** Settles once, when the server has ended for whatever reason. */
  readonly exited: Promise<Exit>;
  hasExited(): boolean;
  /** Asks for a clean shutdown and waits for it; a server that does not end in 20 s is killed. */
  stop(): Promise<void>;
}

/** Beside this file as source, or compiled beside it in `dist`. */
const watchdogFile = fileURLToPath(new URL(`./watchdog.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url));

/** Starts a server under a watchdog. @throws when the binary cannot be started at all. */
export async function startChild(order: WatchdogOrder): Promise<Child> {
  const watchdog = fork(watchdogFile, [JSON.stringify(order)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--no-warnings', '--max-old-space-size=32'],
    env: { PATH: process.env['PATH'], LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] },
  });
  let exit: Exit | undefined;
  let serverPid: number | undefined;
  let settle: (exit: Exit) => void;
  const exited = new Promise<Exit>((resolve) => (settle = resolve));
  const ended = (how: Exit): void => {
    exit ??= how;
    settle(exit);
  };
  const pid = await new Promise<number>((resolve, reject) => {
    watchdog.on('message', (message: WatchdogMessage) => {
      if ('pid' in message) return resolve((serverPid = message.pid));
      ended(message.exit);
      reject(new Error(`${order.command} did not start: ${message.exit.error ?? `exit ${message.exit.code ?? message.exit.signal}`}`));
    });
    watchdog.once('error', reject);
    watchdog.once('exit', (code, signal) => {
      if (serverPid !== undefined && !exit) signalIfAlive(serverPid);
      ended({ code, signal, error: 'its watchdog ended first' });
      reject(new Error(`the watchdog of ${order.command} ended before it started the server (${code ?? signal})`));
    });
  });
  watchdog.unref();
  watchdog.channel?.unref();
  return {
    pid,
    exited,
    hasExited: () => exit !== undefined,
    async stop() {
      if (!exit && watchdog.connected) {
        watchdog.ref();
        watchdog.channel?.ref();
        watchdog.send('stop');
      }
      await exited;
    },
  };
}

/** A server without its watchdog would outlive us. */
function signalIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It had ended already.
  }
}
