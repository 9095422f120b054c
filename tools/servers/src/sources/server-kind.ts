import type { Version } from './version.ts';

/** One server we need, and where it may come from. */
export interface ServerKind {
  /** Name of the binary. */
  readonly binary: 'mongod' | 'nats-server';
  readonly product: string;
  readonly minimum: Version;
  /** Environment variable with the address of a running one. */
  readonly urlVariable: string;
  readonly image: string;
}

export const mongodKind: ServerKind = {
  binary: 'mongod',
  product: 'MongoDB',
  minimum: { major: 6, minor: 0 },
  urlVariable: 'HUIYIN_SERVERS_MONGO_URL',
  image: 'mongo:7',
};

/** 2.10 is the first nats-server that knows `sync_interval: always`; older ones acknowledge before the disk has it. */
export const natsKind: ServerKind = {
  binary: 'nats-server',
  product: 'nats-server',
  minimum: { major: 2, minor: 10 },
  urlVariable: 'HUIYIN_SERVERS_NATS_URL',
  image: 'nats:2.12-alpine',
};
