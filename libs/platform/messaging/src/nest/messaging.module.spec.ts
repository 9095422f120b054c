import { Controller, Inject, Injectable, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { MessagePattern, Payload, Transport } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { useServers } from '@huiyin/testing';
import type { MatterEvent, ServiceName } from '@huiyin/contracts-kernel';
import { PersistenceModule, STORES } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import { aStored, anEvent } from '@huiyin/platform-persistence/suites';
import type { Matter } from '@huiyin/regulation-engine';
import type { AlarmHandler } from '../alarms/alarm-clock.ts';
import type { EventReceiver } from '../ports.ts';
import { SILENT } from '../settings/reports.ts';
import { RpcClient } from '../rpc/rpc-client.ts';
import { fireOne } from '../../test/trial/count-matters.ts';
import { countFold } from '../../test/trial/count-fold.ts';
import { eventually } from '../../test/trial/eventually.ts';
import { connectMessaging, MessagingModule } from './messaging.module.ts';
import { MessagingRuntime } from './messaging-runtime.ts';

@Injectable()
class Receiver implements EventReceiver {
  readonly received: string[] = [];
  failing: ((event: MatterEvent) => unknown) | undefined;
  async receive(event: MatterEvent, before: Matter | undefined, after: Matter): Promise<void> {
    const error = this.failing?.(event);
    if (error) throw error;
    this.received.push(`${event.id} ${before?.seq ?? 0}>${after.seq}`);
  }
}

@Injectable()
class Alarms implements AlarmHandler {
  constructor(@Inject(STORES) private readonly stores: Stores) {}
  async fire(tenant: string, id: string): Promise<void> {
    await fireOne(this.stores.matters.forTenant(tenant), tenant, id, new Date().toISOString());
  }
}

@Controller()
class Echo {
  @MessagePattern('rpc.dispatch.echo', Transport.NATS)
  echo(@Payload() body: { wait?: number; fail?: string }): unknown {
    if (body.fail) throw new Error(body.fail);
    return new Promise((resolve) => setTimeout(() => resolve({ heard: body }), body.wait ?? 0));
  }
}

@Module({ providers: [Receiver, Alarms], exports: [Receiver, Alarms] })
class HostModule {}

describe('MessagingModule on real servers', () => {
  const servers = useServers({ exclusive: true, services: ['gateway', 'intake', 'dispatch'] });
  let apps: INestApplication[] = [];

  const start = async (service: ServiceName): Promise<INestApplication> => {
    const { url, credentialsFor } = servers().nats;
    const messaging = MessagingModule.forService({ service, nats: { url, ...credentialsFor(service) }, fold: countFold, receiver: Receiver, alarms: Alarms, logger: SILENT, settings: { retryFirstMs: 20, poisonAfter: 3 } });
    const module = await Test.createTestingModule({ imports: [messaging, PersistenceModule.forRoot({ url: servers().mongo.urlFor(service) }), HostModule], controllers: service === 'dispatch' ? [Echo] : [] }).compile();
    const app = module.createNestApplication(new FastifyAdapter(), { logger: false });
    await connectMessaging(app);
    apps.push(app);
    return app;
  };
  afterEach(async () => {
    await Promise.all(apps.map(async (app) => app.close()));
    apps = [];
  });

  const insert = async (app: INestApplication, tenant: string, id: string, seqs: readonly number[]): Promise<void> => {
    const pending = seqs.map((seq) => anEvent({ tenant, aggregate: id, seq }));
    expect(await app.get<Stores>(STORES).matters.forTenant(tenant).insert(aStored({ id, tenant, matter: { seq: seqs.length }, pending }))).toEqual({ result: 'stored' });
    app.get(MessagingRuntime).wake();
  };

  it('brings the events of one service to the other, once and in order', async () => {
    const [intake, dispatch] = await Promise.all([start('intake'), start('dispatch')]);
    await insert(intake, 't1', 'm1', [1, 2, 3]);
    await eventually(() => expect(dispatch.get(Receiver).received).toEqual(['m1:1 0>1', 'm1:2 1>2', 'm1:3 2>3']));
    expect(await dispatch.get<Stores>(STORES).copies.forTenant('t1').load('m1')).toMatchObject({ seq: 3, facts: { noted: 3 } });
    await eventually(async () => expect(await intake.get<Stores>(STORES).matters.forTenant('t1').progress()).toEqual({ sent: 3, pending: 0 }));
    await eventually(() => expect(intake.get(Receiver).received).toEqual(['m1:1 0>1', 'm1:2 1>2', 'm1:3 2>3']));
    expect(intake.get(MessagingRuntime).tally).toMatchObject({ published: 3, refused: 0, applied: 3, parked: 0 });
    const readings = intake.get(MessagingRuntime).readings();
    expect([await readings.oldestUnpublished(), await readings.deadLetters(), await readings.parkedMatters(), await readings.oldestDueAlarm()]).toEqual([undefined, 0, 0, undefined]);
    expect(await intake.get<Stores>(STORES).log.lastAcknowledged()).toMatchObject({ eventId: 'm1:3' });
  });

  it('parks the matter whose event fails again and again, lets the others through, and replays it on demand', async () => {
    const [intake, dispatch] = await Promise.all([start('intake'), start('dispatch')]);
    const receiver = dispatch.get(Receiver);
    receiver.failing = (event) => (event.id === 'bad:2' ? new Error('no such thing') : undefined);
    await insert(intake, 't2', 'bad', [1, 2, 3]);
    await insert(intake, 't2', 'good', [1, 2]);
    const { deadLetters } = dispatch.get<Stores>(STORES);
    await eventually(async () => expect(await deadLetters.parked('t2')).toMatchObject([{ event: { id: 'bad:2' }, reason: 'no such thing' }]));
    await eventually(() => expect(receiver.received).toEqual(expect.arrayContaining(['bad:1 0>1', 'good:2 1>2'])));
    receiver.failing = undefined;
    expect(await dispatch.get(MessagingRuntime).replay.replay('t2', 'bad')).toEqual({ result: 'replayed' });
    expect(receiver.received.filter((line) => line.startsWith('bad'))).toEqual(['bad:1 0>1', 'bad:2 1>2', 'bad:3 2>3']);
    expect(await deadLetters.parked('t2')).toEqual([]);
  });

  it('asks a producer for what it has recorded, published or not', async () => {
    const [intake, dispatch] = await Promise.all([start('intake'), start('dispatch')]);
    await insert(intake, 't3', 'q1', [1, 2]);
    const runtime = dispatch.get(MessagingRuntime);
    expect(await runtime.readSeq('intake', 't3', 'q1')).toBe(2);
    expect(await runtime.readSeq('intake', 'another', 'q1')).toBe(0);
    expect((await runtime.fetchLog('intake', 't3', 'q1', 1)).map(({ id }) => id)).toEqual(['q1:2']);
    expect(await runtime.fresh.bring('t3', 'intake', 'q1', 2)).toBe(true);
    expect(await runtime.fresh.bring('t3', 'intake', 'nobody', 1)).toBe(false);
  });

  it('answers requests of the gateway, and tells apart a fault, a deadline and nobody there', async () => {
    const gateway = await start('gateway');
    const client = gateway.get(RpcClient);
    await expect(client.request('dispatch', 'echo', {})).rejects.toMatchObject({ name: 'RpcUnavailable', reason: 'no-responder' });
    await start('dispatch');
    expect(await client.request('dispatch', 'echo', { text: '你好' })).toEqual({ heard: { text: '你好' } });
    await expect(client.request('dispatch', 'echo', { wait: 500 }, 50)).rejects.toMatchObject({ reason: 'deadline' });
    await expect(client.request('dispatch', 'echo', { fail: 'secret' })).rejects.toMatchObject({ name: 'RpcFault', message: 'Internal server error' });
  });

  it('sends the reply under way before it closes', async () => {
    const gateway = await start('gateway');
    const dispatch = await start('dispatch');
    const reply = gateway.get(RpcClient).request('dispatch', 'echo', { wait: 300 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await dispatch.close();
    expect(await reply).toEqual({ heard: { wait: 300 } });
  });

  it('publishes what is pending before it closes, and leaves its partitions to the next instance at once', async () => {
    const intake = await start('intake');
    const first = await start('dispatch');
    await insert(intake, 't4', 'w1', [1, 2]);
    await intake.close();
    await eventually(() => expect(first.get(Receiver).received).toHaveLength(2));
    await first.close();
    apps = [];
    const again = await start('intake');
    const second = await start('dispatch');
    await insert(again, 't4', 'w2', [1]);
    await eventually(() => expect(second.get(Receiver).received).toEqual(['w2:1 0>1']));
  });

  it('fires an alarm of real time once, at its instant, and sends what comes of it', async () => {
    const [intake, dispatch] = await Promise.all([start('intake'), start('dispatch')]);
    const dueMs = Date.now() + 600;
    await intake.get<Stores>(STORES).matters.forTenant('t5').insert(aStored({ id: 'alarmed', tenant: 't5', matter: { seq: 1 }, pending: [anEvent({ tenant: 't5', aggregate: 'alarmed', seq: 1 })], nextAlarmAt: new Date(dueMs).toISOString() }));
    await eventually(() => expect(dispatch.get(Receiver).received).toEqual(['alarmed:1 0>1', 'alarmed:2 1>2']));
    expect(Date.now()).toBeGreaterThanOrEqual(dueMs);
    expect(await intake.get<Stores>(STORES).matters.forTenant('t5').load('alarmed')).toMatchObject({ version: 2, nextAlarmAt: null });
  });

  it('shares partitions among instances', async () => {
    const one = await start('dispatch');
    const two = await start('dispatch');
    await eventually(async () => expect([(await one.get(MessagingRuntime).gauges()).partitions, (await two.get(MessagingRuntime).gauges()).partitions]).toEqual([4, 4]), 15_000);
  });
});
