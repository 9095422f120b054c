export { sharedServers, useServers, type UseServersOptions } from './servers/use-servers.ts';
