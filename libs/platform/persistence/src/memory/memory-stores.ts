import type { Stores } from '../tokens.ts';
import { MemoryCopyStore } from './memory-copy-store.ts';
import { MemoryDatabase } from './memory-database.ts';
import { MemoryDeadLetterStore } from './memory-dead-letter-store.ts';
import { MemoryEventLog } from './memory-event-log.ts';
import { MemoryLeaseStore } from './memory-lease-store.ts';
import { MemoryMatterStore } from './memory-matter-store.ts';
import { MemoryOutboxStore } from './memory-outbox-store.ts';

/** Every port over one in-memory database, for unit tests and the simulation. */
export function memoryStores(database: MemoryDatabase = new MemoryDatabase()): Stores {
  return {
    matters: new MemoryMatterStore(database),
    outbox: new MemoryOutboxStore(database),
    log: new MemoryEventLog(database),
    copies: new MemoryCopyStore(database),
    deadLetters: new MemoryDeadLetterStore(database),
    leases: new MemoryLeaseStore(database),
  };
}
