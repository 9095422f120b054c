import { describe } from '@jest/globals';
import type { Stores } from '../tokens.ts';
import { copyStoreSuite } from './copy-store.suite.ts';
import { deadLetterStoreSuite } from './dead-letter-store.suite.ts';
import { eventLogSuite } from './event-log.suite.ts';
import { leaseStoreSuite } from './lease-store.suite.ts';
import { matterListSuite } from './matter-list.suite.ts';
import { matterStoreSuite } from './matter-store.suite.ts';
import { outboxStoreSuite } from './outbox-store.suite.ts';
import { storeTogetherSuite } from './store-together.suite.ts';

/** Every port of persistence over one database that `make` gives empty before each test. */
export function storesSuite(make: () => Promise<Stores> | Stores): void {
  describe('MatterStore', () => matterStoreSuite(make));
  describe('MatterStore lists', () => matterListSuite(make));
  describe('MatterStore, several at once', () => storeTogetherSuite(make));
  describe('OutboxStore', () => outboxStoreSuite(make));
  describe('EventLog', () => eventLogSuite(make));
  describe('CopyStore', () => copyStoreSuite(make));
  describe('DeadLetterStore', () => deadLetterStoreSuite(make));
  describe('LeaseStore', () => leaseStoreSuite(make));
}
