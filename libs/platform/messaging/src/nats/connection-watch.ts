import { PermissionViolationError } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Reports } from '../settings/reports.ts';

export interface ConnectionEvents {
  /** The connection is lost; it is tried again for ever. */
  disconnected(): void;
  /** The connection is back after it was lost. */
  reconnected(): void;
  /** The server refused a publish or a subscription; the client itself only sees a request that times out. */
  refused(operation: string, subject: string): void;
}

/** Follows a connection's status until it closes. */
export async function watchConnection(connection: NatsConnection, events: ConnectionEvents, reports: Reports): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === 'reconnect') {
      reports.info({ server: status.server }, 'NATS is back');
      events.reconnected();
    } else if (status.type === 'disconnect') {
      reports.warn({ server: status.server }, 'NATS is away');
      events.disconnected();
    } else if (status.type === 'error') {
      const { error } = status;
      if (error instanceof PermissionViolationError) events.refused(error.operation, error.subject);
      reports.error({ reason: error.message }, 'NATS refused something');
    }
  }
}
