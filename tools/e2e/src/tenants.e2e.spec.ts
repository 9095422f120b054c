import { Operator } from './operator.ts';
import { useSystem } from './use-system.ts';

describe('two operators with the same names on one system', () => {
  const system = useSystem();

  it('see nothing of each other, by id, list, timeline, notice or live update', async () => {
    const one = await Operator.open(system(), '和安物业');
    const other = await Operator.open(system(), '和安物业');
    const { request, order } = await one.draftOrder();
    for (const id of [request, order, one.ids['owner']]) {
      expect((await other.admin.get(`/v1/matters/${id}`)).status).toBe(404);
      expect((await other.admin.get(`/v1/matters/${id}/timeline`)).status).toBe(404);
      expect((await other.admin.get(`/v1/matters/${id}/why?fact=owner`)).status).toBe(404);
    }
    expect((await other.who('manager').post(`/v1/work-orders/${order}/take`)).status).toBe(404);
    const seen = JSON.stringify([await other.admin.see('/v1/matters?limit=200'), await other.admin.see('/v1/notices'), await other.admin.see('/v1/work-orders'), await other.admin.see('/v1/registers/supervision').catch(() => ({}))]);
    for (const id of [request, order, one.ids['owner'] ?? '']) expect(seen).not.toContain(id);
  });

  it('number their matters each from one, without gaps after refused attempts', async () => {
    const one = await Operator.open(system());
    const other = await Operator.open(system());
    const first = await one.draftOrder();
    const facts = { customerId: one.ids['owner'], requestId: first.request, customerName: '王女士', phone: '13800000001', description: '漏水', appointedAt: '2026-10-09T14:30:00+08:00' };
    expect((await one.who('clerk').post('/v1/work-orders', facts)).status).toBeGreaterThanOrEqual(400);
    const second = await one.draftOrder();
    const theirs = await other.draftOrder();
    const number = async (operator: Operator, id: string): Promise<unknown> => (await operator.admin.see(`/v1/matters/${id}`))['number'];
    expect([await number(one, first.order), await number(one, second.order), await number(other, theirs.order)]).toEqual(['WX202610-0001', 'WX202610-0002', 'WX202610-0001']);
  });
});

describe('readers of one operator', () => {
  const system = useSystem();

  it('a customer finds his own matters only, and a forged token finds nothing', async () => {
    const operator = await Operator.open(system());
    const { request } = await operator.draftOrder();
    const anonymous = await fetch(`${system().url}/v1/matters/${request}`);
    expect(anonymous.status).toBe(401);
    const forged = await fetch(`${system().url}/v1/matters/${request}`, { headers: { authorization: 'Bearer forged' } });
    expect(forged.status).toBe(401);
  });

  it('never lists a matter without owner or next step', async () => {
    const operator = await Operator.open(system());
    await operator.draftOrder();
    expect((await operator.admin.see('/v1/matters?without=owner,next-step'))['items']).toEqual([]);
    expect(((await operator.admin.see('/v1/matters'))['items'] as unknown[]).length).toBeGreaterThan(1);
  });
});
