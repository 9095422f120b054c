import { afterAll, beforeAll } from '@jest/globals';
import { serverSetOf, startServers, type ServerSet, type ServerSnapshot } from '@huiyin/servers';
import { DESK_VARIABLE } from './desk.ts';
import { workspaceRoot } from './workspace-root.ts';

export interface UseServersOptions {
  /**
   * A pair of its own, removed after the spec (about a second). For specs that read whole streams or databases, kill a
   * server, or change its settings. Otherwise the spec shares one pair with all others and keeps apart by tenant.
   */
  readonly exclusive?: boolean;
  /** Services that get identities on an exclusive pair; the shared pair has all. */
  readonly services?: readonly string[];
}

const START_MS = 120_000;

/**
 * Gives a spec real servers: call it in a `describe` (or at the top), then the returned function in tests and hooks.
 * ```ts
 * const servers = useServers({ exclusive: true });
 * it('…', async () => connect(servers().mongo.urlFor('intake')));
 * ```
 */
export function useServers({ exclusive = false, services }: UseServersOptions = {}): () => ServerSet {
  let set: ServerSet | undefined;
  beforeAll(async () => {
    set = exclusive ? await startServers({ root: workspaceRoot(), name: 'spec', ephemeral: true, services }) : await sharedServers();
  }, START_MS);
  afterAll(async () => {
    await set?.stop();
  }, START_MS);
  return () => {
    if (!set) throw new Error('the servers are there only inside tests and hooks');
    return set;
  };
}

/** The pair that all specs of this jest run share; `stop` on it does nothing. */
export async function sharedServers(): Promise<ServerSet> {
  const desk = process.env[DESK_VARIABLE];
  if (!desk) throw new Error('shared test servers need the globalSetup of the workspace’s jest configuration');
  const answer = await fetch(desk);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return serverSetOf(JSON.parse(text) as ServerSnapshot, async () => undefined);
}
