import { setTimeout as pause } from 'node:timers/promises';
import { REPLICA_SET } from './address.ts';
import { codeOf, type Client } from './client.ts';

const NOT_YET_INITIALIZED = 94;
const ALREADY_INITIALIZED = 23;

interface Member {
  host: string;
}
interface Configuration {
  version: number;
  members: Member[];
}

/**
 * Makes this server a replica set of one under `host`, or takes the set over to a new address when the port changed
 * since the last start (forced: the old address answers no vote).
 * @throws when the server does not get ready for it within `patienceMs`.
 */
export async function ensureReplicaSet(client: Client, host: string, patienceMs = 60_000): Promise<void> {
  const known = await configurationOrFounded(client, host, patienceMs);
  const [member, ...others] = known?.members ?? [];
  if (!known || others.length > 0 || !member || member.host === host) return;
  const moved = { ...known, version: known.version + 1, members: [{ ...member, host }] };
  await client.db('admin').command({ replSetReconfig: moved, force: true });
}

/** Founds the set. Returns false where it is founded already. */
export async function initiate(client: Client, host: string): Promise<boolean> {
  return client
    .db('admin')
    .command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } })
    .then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === ALREADY_INITIALIZED) return false;
        throw error;
      },
    );
}

/** A starting mongod keeps its set secret until it has asked the old address whether that is itself: up to 20 s. */
async function configurationOrFounded(client: Client, host: string, patienceMs: number): Promise<Configuration | undefined> {
  for (const end = Date.now() + patienceMs; ; await pause(50)) {
    const known = await configurationOf(client);
    if (known || (await initiate(client, host))) return known;
    if (Date.now() > end) throw new Error(`mongod did not load its replica set within ${patienceMs / 1000} s: read its log`);
  }
}

async function configurationOf(client: Client): Promise<Configuration | undefined> {
  return client
    .db('admin')
    .command({ replSetGetConfig: 1 })
    .then(
      ({ config }) => config as Configuration,
      (error: unknown) => {
        if (codeOf(error) === NOT_YET_INITIALIZED) return undefined;
        throw error;
      },
    );
}

/** Waits until the server takes writes. @throws after `patienceMs`. */
export async function awaitWritable(client: Client, patienceMs = 30_000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const { isWritablePrimary } = await client.db('admin').command({ hello: 1 });
    if (isWritablePrimary) return;
    if (Date.now() > end) throw new Error(`mongod became no writable primary within ${patienceMs / 1000} s: read its log`);
    await pause(20);
  }
}
