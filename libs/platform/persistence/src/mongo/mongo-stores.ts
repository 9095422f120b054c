import type { mongo } from 'mongoose';
import type { ReportLargeMatter } from '../large-matter.ts';
import type { Stores } from '../tokens.ts';
import { collectionsOf } from './collections.ts';
import { MongoCopyStore } from './mongo-copy-store.ts';
import { MongoDeadLetterStore } from './mongo-dead-letter-store.ts';
import { MongoEventLog } from './mongo-event-log.ts';
import { MongoLeaseStore } from './mongo-lease-store.ts';
import { MongoMatterStore } from './mongo-matter-store.ts';
import { MongoOutboxStore } from './mongo-outbox-store.ts';

/** Every port over one service's database. Call `ensureIndexes` once before the first write. */
export function mongoStores(database: mongo.Db, reportLarge?: ReportLargeMatter): Stores {
  const collections = collectionsOf(database);
  return {
    matters: new MongoMatterStore(collections, reportLarge),
    outbox: new MongoOutboxStore(collections),
    log: new MongoEventLog(collections),
    copies: new MongoCopyStore(collections),
    deadLetters: new MongoDeadLetterStore(collections),
    leases: new MongoLeaseStore(collections),
  };
}
