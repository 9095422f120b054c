import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { natsBinary } from '../../fixtures/binaries.ts';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { completeCredentials } from '../credentials/generate.ts';
import { provisionStreams } from '../streams/provision-streams.ts';
import { connectAs, refusesStrangers, withConnection } from './connection.ts';
import { startNats, type StartedNats } from './start-nats.ts';

const services = ['gateway', 'intake', 'dispatch'];
const REFUSED = /Permissions Violation for Publish/;

describe('the identity of a service on the nats-server', () => {
  const credentials = completeCredentials({}, services);
  let folder: string;
  let nats: StartedNats;
  const connections: NatsConnection[] = [];
  const as = async (service: string): Promise<NatsConnection> => {
    const seed = service === 'admin' ? credentials.natsAdmin : (credentials.nats[service] ?? '');
    const connection = await connectAs(nats.url, { seed, inboxPrefix: `_INBOX_${service}` });
    connections.push(connection);
    return connection;
  };
  const managerOf = async (service: string) => jetstreamManager(await as(service), { checkAPI: false, timeout: 2000 });
  const refusedSubscription = (connection: NatsConnection, subject: string): Promise<Error | null> =>
    new Promise((resolve) => connection.subscribe(subject, { callback: (error) => resolve(error) }));

  beforeAll(async () => {
    folder = await scratchFolder();
    nats = await startNats({ binary: await natsBinary(), folder, credentials, services });
    await withConnection(nats.url, { seed: credentials.natsAdmin, inboxPrefix: '_INBOX_admin' }, (admin) => provisionStreams(admin, { services }));
  }, 120_000);
  afterEach(async () => {
    await Promise.all(connections.splice(0).map((connection) => connection.close()));
  });
  afterAll(async () => {
    await nats.child.stop();
    await removeFolder(folder);
  });

  it('publishes its own events and pulls and acknowledges through its own consumer', async () => {
    const ack = await jetstream(await as('intake'), { checkAPI: false }).publish('evt.intake.3.repair_file', 'a', { msgID: 'e1' });
    expect(ack).toMatchObject({ stream: 'EVENTS', duplicate: false });
    const consumer = await jetstream(await as('dispatch'), { checkAPI: false }).consumers.get('EVENTS', 'dispatch-3');
    const message = await consumer.next({ expires: 5000 });
    expect(message?.subject).toBe('evt.intake.3.repair_file');
    expect(await message?.ackAck()).toBe(true);
  });

  it('reads the message at a sequence of the stream, for the regression guard', async () => {
    await jetstream(await as('intake'), { checkAPI: false }).publish('evt.intake.0.repair_file', 'b', { msgID: 'e2' });
    const manager = await managerOf('intake');
    const { state } = await manager.streams.info('EVENTS');
    expect((await manager.direct.getMessage('EVENTS', { seq: state.last_seq }))?.header.get('Nats-Msg-Id')).toBe('e2');
    expect((await manager.streams.getMessage('EVENTS', { seq: state.last_seq }))?.header.get('Nats-Msg-Id')).toBe('e2');
  });

  it('is asked by the gateway and answers on the reply subject it was given', async () => {
    const intake = await as('intake');
    intake.subscribe('rpc.intake.act', { queue: 'intake', callback: (_error, message) => void message.respond('done') });
    await intake.flush();
    expect((await (await as('gateway')).request('rpc.intake.act', '', { timeout: 2000 })).string()).toBe('done');
  });

  it.each(['log.intake.fetch', 'seq.intake.read'])('answers any service at %s', async (subject) => {
    const intake = await as('intake');
    intake.subscribe(subject, { callback: (_error, message) => void message.respond('here') });
    await intake.flush();
    expect((await (await as('dispatch')).request(subject, '', { timeout: 2000 })).string()).toBe('here');
  });

  it('cannot publish another service’s event', async () => {
    await expect(jetstream(await as('intake'), { checkAPI: false }).publish('evt.dispatch.3.order_price')).rejects.toThrow(REFUSED);
  });

  it('cannot send a command: only the gateway publishes rpc', async () => {
    await expect((await as('intake')).request('rpc.dispatch.act', '', { timeout: 2000 })).rejects.toThrow(REFUSED);
  });

  it.each(['rpc.dispatch.>', 'evt.>', 'log.dispatch.fetch', 'policy.gateway.fetch', '_INBOX_dispatch.>', '_INBOX_gateway.>', 'wake.dispatch', '$JS.>', '>'])(
    'cannot listen to %s',
    async (subject) => {
      expect(await refusedSubscription(await as('intake'), subject)).toBeInstanceOf(PermissionViolationError);
    },
  );

  it('cannot publish into another service’s inbox', async () => {
    const connection = await as('intake');
    const refusal = new Promise((resolve) => {
      void (async () => {
        for await (const status of connection.status()) if (status.type === 'error') return resolve(status.error);
      })();
    });
    connection.publish('_INBOX_gateway.forged', 'x');
    expect(await refusal).toBeInstanceOf(PermissionViolationError);
  });

  it('cannot purge, delete or change the stream', async () => {
    const manager = await managerOf('intake');
    await expect(manager.streams.purge('EVENTS')).rejects.toThrow(REFUSED);
    await expect(manager.streams.delete('EVENTS')).rejects.toThrow(REFUSED);
    await expect(manager.streams.deleteMessage('EVENTS', 1)).rejects.toThrow(REFUSED);
    await expect(manager.streams.update('EVENTS', { max_msgs: 1 })).rejects.toThrow(REFUSED);
    await expect(manager.streams.add({ name: 'MINE', subjects: ['mine.>'] })).rejects.toThrow(REFUSED);
  });

  it('cannot delete or add a consumer, not even its own', async () => {
    const manager = await managerOf('intake');
    await expect(manager.consumers.delete('EVENTS', 'dispatch-3')).rejects.toThrow(REFUSED);
    await expect(manager.consumers.delete('EVENTS', 'intake-3')).rejects.toThrow(REFUSED);
    await expect(manager.consumers.add('EVENTS', { durable_name: 'intake-9' })).rejects.toThrow(REFUSED);
  });

  it('cannot pull through another service’s consumer', async () => {
    await expect((await as('intake')).request('$JS.API.CONSUMER.MSG.NEXT.EVENTS.dispatch-3', '', { timeout: 2000 })).rejects.toThrow(REFUSED);
  });

  it('of the provisioner publishes no event', async () => {
    await expect((await as('admin')).request('evt.intake.0.forged', '', { timeout: 2000 })).rejects.toThrow(REFUSED);
  });

  it('is needed: a stranger and an unknown key are turned away', async () => {
    expect(await refusesStrangers(nats.url)).toBe(true);
    const unknown = completeCredentials({}, []).natsAdmin;
    await expect(connectAs(nats.url, { seed: unknown, inboxPrefix: '_INBOX_admin' })).rejects.toThrow(/authorization/i);
  });
});
