import { nkeyAuthenticator } from '@nats-io/transport-node';
import type { ConnectionOptions, NodeConnectionOptions } from '@nats-io/transport-node';

/** Where and as whom a service speaks to NATS. */
export interface NatsConfig {
  readonly url: string;
  /** nkey seed of the service's identity, a secret. */
  readonly seed: string;
  /** The only inbox the identity may listen on. */
  readonly inboxPrefix: string;
}

/** Connection options of every connection of a service: it waits for the server, and comes back for ever. */
export function connectionOptions(config: NatsConfig, name: string): NodeConnectionOptions & ConnectionOptions {
  return {
    servers: config.url.split(','),
    name,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(config.seed)),
    inboxPrefix: config.inboxPrefix,
    reconnect: true,
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    reconnectTimeWait: 500,
    pingInterval: 10_000,
    maxPingOut: 3,
  };
}
