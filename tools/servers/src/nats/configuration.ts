import type { Credentials } from '../credentials/credentials.ts';
import { publicKeyOf } from '../credentials/generate.ts';
import { adminPermissions, permissionsFor, type Permissions } from '../subjects/permissions.ts';

export interface NatsPlace {
  readonly serverName: string;
  readonly host: string;
  readonly port: number;
  readonly monitorPort: number;
  readonly storeDirectory: string;
}

/** A reply may come in several messages; a request older than this is given up by whoever asked. */
const RESPONSES = 'allow_responses: { max: 64, expires: "2m" }';

/**
 * The configuration file of a nats-server: acknowledged means synced to disk, and each identity may only use its own
 * subjects. One account holds all of them; the system account has no user.
 */
export function natsConfiguration(place: NatsPlace, credentials: Credentials, services: readonly string[]): string {
  return [
    `server_name: ${quote(place.serverName)}`,
    `listen: ${quote(`${place.host}:${place.port}`)}`,
    `http: ${quote(`${place.host}:${place.monitorPort}`)}`,
    'max_payload: 1MB',
    'jetstream {',
    `  store_dir: ${quote(place.storeDirectory)}`,
    '  sync_interval: always',
    '  max_memory_store: 64MB',
    '  max_file_store: 16GB',
    '}',
    natsAccounts(credentials, services),
  ].join('\n');
}

/** The `accounts` part alone, for a nats-server that somebody else runs. */
export function natsAccounts(credentials: Credentials, services: readonly string[]): string {
  const users = [
    user(credentials.natsAdmin, adminPermissions),
    ...services.map((service) => user(credentials.nats[service] ?? '', permissionsFor(service))),
  ];
  return ['accounts {', '  HUIYIN {', '    jetstream: enabled', '    users: [', ...users, '    ]', '  }', '  SYS {}', '}', 'system_account: SYS', ''].join('\n');
}

function user(seed: string, { publish, subscribe, responds }: Permissions): string {
  const allow = (subjects: readonly string[]): string => `{ allow: [${subjects.map(quote).join(', ')}] }`;
  const rights = [`publish: ${allow(publish)}`, `subscribe: ${allow(subscribe)}`, ...(responds ? [RESPONSES] : [])];
  return `      { nkey: ${publicKeyOf(seed)}, permissions: { ${rights.join(', ')} } }`;
}

const quote = (text: string): string => JSON.stringify(text);
