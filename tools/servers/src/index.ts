export type { MongoAccess, NatsAccess, NatsCredentials, ServerSet, StartOptions } from './server-set.ts';
export * from './subjects/subjects.ts';
export { adminPermissions, permissionsFor, type Permissions } from './subjects/permissions.ts';
export { provisionStreams, type ProvisionOptions } from './streams/provision-streams.ts';
export { startServers } from './start-servers.ts';
export { serverSetOf, snapshotOf, type ServerSnapshot } from './snapshot.ts';
export { connectAs, withConnection } from './nats/connection.ts';
export { freePort } from './supervise/free-port.ts';
