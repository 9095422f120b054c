import { databaseOf } from './credentials/credentials.ts';
import type { NatsCredentials, ServerSet } from './server-set.ts';

/** A server set as plain data, for another process to work with. It holds secrets: hand it to no one else. */
export interface ServerSnapshot {
  readonly mongo: { readonly adminUrl: string; readonly urls: Readonly<Record<string, string>>; readonly chosen: string };
  readonly nats: {
    readonly url: string;
    readonly monitorUrl: string;
    readonly adminCredentials: NatsCredentials;
    readonly credentials: Readonly<Record<string, NatsCredentials>>;
    readonly chosen: string;
  };
  readonly environments: Readonly<Record<string, Record<string, string>>>;
}

export function snapshotOf(set: ServerSet, services: readonly string[]): ServerSnapshot {
  const each = <T>(of: (service: string) => T): Record<string, T> => Object.fromEntries(services.map((service) => [service, of(service)]));
  const { adminUrl, chosen } = set.mongo;
  const { url, monitorUrl, adminCredentials } = set.nats;
  return {
    mongo: { adminUrl, chosen, urls: each((service) => set.mongo.urlFor(service)) },
    nats: { url, monitorUrl, adminCredentials, credentials: each((service) => set.nats.credentialsFor(service)), chosen: set.nats.chosen },
    environments: each((service) => set.environmentFor(service)),
  };
}

/** The set again, in a process that did not start it; `stop` does what that process says it does. */
export function serverSetOf({ mongo, nats, environments }: ServerSnapshot, stop: () => Promise<void>): ServerSet {
  const known = <T>(table: Readonly<Record<string, T>>, service: string): T => {
    const found = table[service];
    if (found === undefined) throw new Error(`no identity was created for the service ${service}`);
    return found;
  };
  return {
    mongo: { adminUrl: mongo.adminUrl, chosen: mongo.chosen, urlFor: (service) => known(mongo.urls, service), databaseFor: databaseOf },
    nats: {
      url: nats.url,
      monitorUrl: nats.monitorUrl,
      adminCredentials: nats.adminCredentials,
      chosen: nats.chosen,
      credentialsFor: (service) => known(nats.credentials, service),
    },
    environmentFor: (service) => known(environments, service),
    lost: new Promise<never>(() => undefined),
    stop,
  };
}
