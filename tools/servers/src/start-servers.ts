import { mkdir } from 'node:fs/promises';
import type { BringUpOrder } from './bring-up-order.ts';
import { credentialsIn } from './credentials/store.ts';
import { dataFolderOf, emptyDataFolder, removeDataFolder } from './data-folder.ts';
import { bringUpMongo } from './mongo/bring-up.ts';
import { bringUpNats } from './nats/bring-up.ts';
import { withConnection } from './nats/connection.ts';
import type { ServerSet, StartOptions } from './server-set.ts';
import { provisionStreams } from './streams/provision-streams.ts';
import { SERVICES } from './subjects/subjects.ts';
import { lockFolder } from './supervise/folder-lock.ts';
import { toServerSet } from './to-server-set.ts';

/**
 * Finds or provisions a real MongoDB and a real nats-server, starts them, creates one identity per service on each,
 * the stream and its consumers, and reads every setting back (architecture.md, "Servers").
 * @throws an Error whose message says how to mend it; whatever was started until then is stopped again.
 */
export async function startServers(options: StartOptions): Promise<ServerSet> {
  const { folder, ephemeral } = dataFolderOf(options);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  const release = async (): Promise<void> => {
    await unlock();
    if (ephemeral) await removeDataFolder(folder);
  };
  try {
    if (options.fresh) await emptyDataFolder(folder);
    const services = options.services ?? SERVICES;
    const credentials = await credentialsIn(folder, services);
    const { root, log = () => undefined, environment = process.env } = options;
    return await bringUpBoth({ root, folder, credentials, services, environment, log, ephemeral }, options, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function bringUpBoth(order: BringUpOrder, options: StartOptions, release: () => Promise<void>): Promise<ServerSet> {
  const [mongo, nats] = await bothOrNeither(bringUpMongo(order, options.mongoUrl), bringUpNats(order, options.natsUrl, options.natsMonitorUrl));
  order.log(`MongoDB: ${mongo.chosen}`);
  order.log(`nats-server: ${nats.chosen}`);
  const set = toServerSet(mongo, nats, order.credentials, release);
  try {
    await withConnection(nats.url, set.nats.adminCredentials, (admin) => provisionStreams(admin, order));
    return set;
  } catch (error) {
    await set.stop();
    throw error;
  }
}

async function bothOrNeither<A extends Stoppable, B extends Stoppable>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value];
  const reasons = [a, b].flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []));
  await Promise.all([a, b].map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.stop() : undefined)));
  throw new Error(reasons.map(({ message }) => message).join('\n'), { cause: reasons[0] });
}

interface Stoppable {
  stop(): Promise<void>;
}
