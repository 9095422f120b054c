import { asUp, type BringUpOrder, type Up } from '../bring-up-order.ts';
import { serverFolder } from '../data-folder.ts';
import { chooseSource } from '../sources/choose.ts';
import { mongodKind } from '../sources/server-kind.ts';
import type { MongoAddress } from './address.ts';
import { adminUrl } from './address.ts';
import { useGivenMongo } from './given-mongo.ts';
import { startMongo } from './start-mongo.ts';
import { startMongoContainer } from './mongo-container.ts';

export interface MongoUp extends Up {
  readonly address: MongoAddress;
  readonly adminUrl: string;
}

/** A MongoDB from the first source that is to be had, with its users and its settings read back. */
export async function bringUpMongo(order: BringUpOrder, url: string | undefined): Promise<MongoUp> {
  const source = await chooseSource(mongodKind, { ...order, url });
  const { credentials, services } = order;
  if (source.kind === 'url') {
    const address = await useGivenMongo(source.url, credentials, services);
    return { address, adminUrl: source.url, chosen: source.chosen, stop: async () => undefined };
  }
  const folder = serverFolder.mongo(order.folder);
  if (source.kind === 'container') {
    const { address, stop } = await startMongoContainer({ ...order, folder, image: source.image });
    return { address, adminUrl: adminUrl(address, credentials.mongoAdmin), chosen: source.chosen, stop };
  }
  const { address, child } = await startMongo({ binary: source.path, folder, credentials, services, ...(order.ephemeral ? { removeAfter: folder } : {}) });
  return { address, adminUrl: adminUrl(address, credentials.mongoAdmin), chosen: source.chosen, ...asUp(child) };
}
