import { setTimeout as pause } from 'node:timers/promises';
import { Operator } from './operator.ts';
import { useSystem } from './use-system.ts';

const LONG_MS = 120_000;

describe('a service that is killed', () => {
  const system = useSystem();

  it('loses nothing: events written while dispatch is dead reach it when it is back', async () => {
    const operator = await Operator.open(system());
    system().service('dispatch').kill('SIGKILL');
    const facts = { customerId: operator.ids['owner'], channel: 'phone', description: '水管漏水', room: '1203', phone: '13800000001', appointedAt: '2026-10-09T14:30:00+08:00' };
    const request = String((await operator.who('desk').must('/v1/service-requests', facts))['id']);
    await operator.who('clerk').must(`/v1/service-requests/${request}/sign`);
    await system().restart('dispatch');
    await operator.quiet();
    const order = await operator.who('clerk').must('/v1/work-orders', { ...facts, channel: undefined, requestId: request, customerName: '王女士' });
    expect(order).toMatchObject({ state: 'drafted', number: 'WX202610-0001' });
  }, LONG_MS);

  it('answers 503 naming the service while it is away, and the same command under the same key works afterwards', async () => {
    const operator = await Operator.open(system());
    const { order } = await operator.draftOrder();
    system().service('dispatch').kill('SIGKILL');
    await pause(200);
    const headers = { 'idempotency-key': 'take-once-0001' };
    const refused = await operator.who('manager').post(`/v1/work-orders/${order}/take`, {}, headers);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBeTruthy();
    await system().restart('dispatch');
    const taken = await operator.who('manager').post(`/v1/work-orders/${order}/take`, {}, headers);
    expect(taken.body).toMatchObject({ state: 'handed-over' });
    const again = await operator.who('manager').post(`/v1/work-orders/${order}/take`, {}, headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body['version']).toBe(taken.body['version']);
  }, LONG_MS);

  it('tells a missed hand-over once, however often dispatch dies around it', async () => {
    const operator = await Operator.open(system());
    const { order } = await operator.draftOrder();
    await operator.moveTo('2026-10-09T12:00:01+08:00');
    system().service('dispatch').kill('SIGKILL');
    await system().restart('dispatch');
    await operator.moveTo('2026-10-09T12:30:00+08:00');
    await operator.quiet();
    const notices = (await operator.admin.see(`/v1/notices?about=${order}`))['items'] as { event?: string; to?: unknown }[];
    expect(notices.filter((notice) => JSON.stringify(notice).includes('hand-over'))).toHaveLength(3);
  }, LONG_MS);
});
