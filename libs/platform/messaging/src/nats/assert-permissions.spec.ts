import type { NatsConnection } from '@nats-io/transport-node';
import { useServers } from '@huiyin/testing';
import { SILENT } from '../settings/reports.ts';
import { eventually } from '../../test/trial/eventually.ts';
import { assertPermissions } from './assert-permissions.ts';
import { connectNats } from './connect-nats.ts';
import { watchConnection } from './connection-watch.ts';

describe('a service’s rights on NATS', () => {
  const servers = useServers({ exclusive: true, services: ['intake', 'dispatch'] });
  let connection: NatsConnection;
  beforeAll(async () => {
    connection = await connectNats({ url: servers().nats.url, ...servers().nats.credentialsFor('intake') }, 'rights');
  });
  afterAll(async () => connection.close());

  it('are found complete for its own identity', async () => {
    await expect(assertPermissions(connection, 'intake')).resolves.toBeUndefined();
  });

  it('are found missing, each by name, under another identity', async () => {
    await expect(assertPermissions(connection, 'dispatch', 300)).rejects.toThrow(/NATS identity of dispatch.*evt\.dispatch\.>.*consumer dispatch-7/);
  });

  it('tell of a publish that the server has refused', async () => {
    const refused: string[] = [];
    void watchConnection(connection, { disconnected: () => undefined, reconnected: () => undefined, refused: (operation, subject) => refused.push(`${operation} ${subject}`) }, SILENT);
    connection.publish('evt.dispatch.0.anything', '{}');
    await eventually(() => expect(refused).toEqual(['publish evt.dispatch.0.anything']));
  });
});
