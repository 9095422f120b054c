import type { Credentials } from './credentials/credentials.ts';
import type { Child } from './supervise/child.ts';

/** What both servers need to come up. */
export interface BringUpOrder {
  readonly root: string;
  /** Data folder of the pair. */
  readonly folder: string;
  readonly credentials: Credentials;
  readonly services: readonly string[];
  readonly environment: Record<string, string | undefined>;
  readonly log: (line: string) => void;
  /** The data goes when the servers end. */
  readonly ephemeral: boolean;
}

/** A server that is up; `stop` ends it only if it was started here. */
export interface Up {
  readonly chosen: string;
  readonly pid?: number;
  /** Settles with a sentence when a process that was started here has ended. */
  readonly ended?: Promise<string>;
  stop(): Promise<void>;
}

/** A process of ours, seen as a server that is up. */
export function asUp(child: Child): Pick<Up, 'pid' | 'ended' | 'stop'> {
  return {
    pid: child.pid,
    ended: child.exited.then(({ code, signal }) => `the server process ${child.pid} ended by itself (${signal ?? `exit ${code}`}): read its server.log`),
    stop: () => child.stop(),
  };
}
