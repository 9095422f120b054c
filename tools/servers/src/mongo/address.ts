import { databaseOf, MONGO_ADMIN } from '../credentials/credentials.ts';

export const REPLICA_SET = 'huiyin';
/** What a service that dies inside a transaction has locked is free again after this. */
export const TRANSACTION_SECONDS = 10;

/** Hosts and replica set of a MongoDB; users and passwords come on top. */
export interface MongoAddress {
  /** `host:port`, several separated by commas. */
  readonly hosts: string;
  readonly replicaSet: string;
  /** Further options of a given URL that every connection needs, such as `tls`. */
  readonly options?: Readonly<Record<string, string>>;
}

/** What an acknowledged write means to every client of ours: on the disk of a majority. */
const durable = { w: 'majority', journal: 'true' };

export function adminUrl({ hosts, replicaSet, options }: MongoAddress, password: string): string {
  return mongoUrl(hosts, MONGO_ADMIN, password, '', { ...options, replicaSet, authSource: 'admin', ...durable });
}

/** For a server that is not yet, or no longer, a member of its own set: names no replica set. */
export function directAdminUrl(hosts: string, password: string): string {
  return mongoUrl(hosts, MONGO_ADMIN, password, '', { authSource: 'admin', directConnection: 'true' });
}

export function serviceUrl({ hosts, replicaSet, options }: MongoAddress, service: string, password: string): string {
  const database = databaseOf(service);
  return mongoUrl(hosts, service, password, database, { ...options, replicaSet, authSource: database, ...durable });
}

/** For knocking without credentials at the first host. */
export function strangerUrl({ hosts, options }: Pick<MongoAddress, 'hosts' | 'options'>): string {
  return `mongodb://${hosts.split(',')[0]}/?${new URLSearchParams({ ...options, directConnection: 'true' })}`;
}

function mongoUrl(hosts: string, user: string, password: string, database: string, options: Record<string, string>): string {
  return `mongodb://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${hosts}/${database}?${new URLSearchParams(options)}`;
}
