import type { NatsConnection } from '@nats-io/transport-node';
import { useServers } from '@huiyin/testing';
import { anEvent } from '@huiyin/platform-persistence/suites';
import { connectNats } from '../nats/connect-nats.ts';
import { eventually } from '../../test/trial/eventually.ts';
import { eventBrokerSuite } from '../suites/event-broker.suite.ts';
import { JetStreamBroker } from './jetstream-broker.ts';
import { JetStreamEventSource } from './jetstream-event-source.ts';

describe('JetStream', () => {
  const servers = useServers({ exclusive: true, services: ['intake', 'dispatch'] });
  const connections: NatsConnection[] = [];
  const connect = async (service: 'intake' | 'dispatch'): Promise<NatsConnection> => {
    const connection = await connectNats({ url: servers().nats.url, ...servers().nats.credentialsFor(service) }, service);
    connections.push(connection);
    return connection;
  };
  afterAll(async () => Promise.all(connections.map(async (connection) => connection.close())));

  eventBrokerSuite(async () => ({ broker: new JetStreamBroker(await connect('intake')), source: new JetStreamEventSource(await connect('dispatch'), 'dispatch') }));

  it('refuses to publish in the name of another service', async () => {
    const broker = new JetStreamBroker(await connect('dispatch'), 500);
    await expect(broker.publish(anEvent({ tenant: 't', aggregate: 'a', seq: 1, service: 'intake' }))).rejects.toThrow();
  });

  it('begins a new era with a reconnect', async () => {
    const connection = await connect('intake');
    const broker = new JetStreamBroker(connection);
    const era = broker.era();
    await connection.reconnect();
    await eventually(() => expect(broker.era()).toBeGreaterThan(era));
  });
});
