import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import type { NatsCredentials } from '../server-set.ts';

/** A connection with one identity. @throws when the server does not know it, or does not answer in 5 s. */
export function connectAs(url: string, { seed, inboxPrefix }: NatsCredentials): Promise<NatsConnection> {
  return connect({
    servers: url,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    inboxPrefix,
    timeout: 5000,
    maxReconnectAttempts: 3,
  });
}

/** Runs with a connection that is closed at the end, however it ends. */
export async function withConnection<T>(url: string, identity: NatsCredentials, use: (connection: NatsConnection) => Promise<T>): Promise<T> {
  const connection = await connectAs(url, identity);
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

/** Whether the server turns away a stranger without any credentials. */
export async function refusesStrangers(url: string): Promise<boolean> {
  try {
    const stranger = await connect({ servers: url, reconnect: false, timeout: 5000 });
    await stranger.close();
    return false;
  } catch {
    return true;
  }
}
