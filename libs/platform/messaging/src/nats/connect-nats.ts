import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectionOptions } from './nats-config.ts';
import type { NatsConfig } from './nats-config.ts';

/** Opens a service's connection. */
export async function connectNats(config: NatsConfig, name: string): Promise<NatsConnection> {
  return connect(connectionOptions(config, name));
}
