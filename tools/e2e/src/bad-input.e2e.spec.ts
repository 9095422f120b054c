import { Operator } from './operator.ts';
import { useSystem } from './use-system.ts';

const APPOINTED = '2026-10-09T14:30:00+08:00';

describe('bad input at the gateway', () => {
  const system = useSystem();
  let operator: Operator;
  let other: Operator;
  let request: string;
  let order: string;

  beforeAll(async () => {
    operator = await Operator.open(system());
    other = await Operator.open(system());
    ({ request, order } = await operator.draftOrder());
  }, 60_000);

  const facts = (): Record<string, unknown> => ({ customerId: operator.ids['owner'], channel: 'phone', description: '漏水', appointedAt: APPOINTED });

  const cases: readonly [string, (body: Record<string, unknown>) => unknown, number, string][] = [
    ['an unknown field', (body) => ({ ...body, colour: 'red' }), 422, 'colour'],
    ['a wrong type', (body) => ({ ...body, description: 7 }), 422, 'description'],
    ['an over-long text', (body) => ({ ...body, description: 'x'.repeat(5_000) }), 422, 'description'],
    ['a choice that is none', (body) => ({ ...body, channel: 'smoke-signal' }), 422, 'channel'],
    ['an operator injection in a reference', (body) => ({ ...body, customerId: { $gt: '' } }), 422, 'customerId'],
    ['an id of another operator', (body) => ({ ...body, customerId: other.ids['owner'] }), 422, 'customerId'],
    ['a missing required field', (body) => ({ ...body, customerId: undefined }), 422, 'customerId'],
    ['an instant that is none', (body) => ({ ...body, appointedAt: 'tomorrow' }), 422, 'appointedAt'],
  ];

  it.each(cases)('%s is refused by name and nothing changes', async (_title, spoil, status, pointer) => {
    const before = await operator.admin.see('/v1/service-requests?count=true');
    const answer = await operator.who('desk').post('/v1/service-requests', spoil(facts()));
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(pointer);
    expect((await operator.admin.see('/v1/service-requests?count=true'))['count']).toBe(before['count']);
  });

  it.each([
    ['malformed JSON', '{"customerId": ', { 'content-type': 'application/json' }, 400],
    ['a wrong content type', '<a/>', { 'content-type': 'application/xml' }, 415],
    ['JSON nested a thousand deep', `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`, { 'content-type': 'application/json' }, 400],
    ['a body beyond the limit', JSON.stringify({ description: 'x'.repeat(3_000_000) }), { 'content-type': 'application/json' }, 413],
  ] as const)('%s is refused', async (_title, body, headers, status) => {
    const answer = await operator.who('desk').send('POST', '/v1/service-requests', body, { ...headers, 'idempotency-key': 'bad-0001' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('a replayed key answers the same; with another body it is refused', async () => {
    const headers = { 'idempotency-key': 'customer-once-0001' };
    const first = await operator.who('desk').post('/v1/customers', { name: '李', relation: 'owner' }, headers);
    const again = await operator.who('desk').post('/v1/customers', { name: '李', relation: 'owner' }, headers);
    const otherBody = await operator.who('desk').post('/v1/customers', { name: '张', relation: 'owner' }, headers);
    expect(first.status).toBe(201);
    expect(again.body['id']).toBe(first.body['id']);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(otherBody.status).toBe(422);
  });

  it('a stale version is refused with 412 and the act is not done', async () => {
    const answer = await operator.who('manager').post(`/v1/work-orders/${order}/take`, {}, { 'if-match': '"99"' });
    expect(answer.status).toBe(412);
    expect(await operator.admin.see(`/v1/matters/${order}`)).toMatchObject({ state: 'drafted' });
  });

  it('two that act at once: one wins, the other is told', async () => {
    const { order: contested } = await operator.draftOrder();
    const version = (await operator.admin.get(`/v1/matters/${contested}`)).headers.get('etag') ?? '';
    const answers = await Promise.all([1, 2, 3].map(() => operator.who('manager').post(`/v1/work-orders/${contested}/take`, {}, { 'if-match': version })));
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ status }) => [409, 412].includes(status))).toHaveLength(2);
  });

  it('all failing gates are listed, each with rule and citation, in the reader\'s language', async () => {
    const answer = await operator.who('leader').post(`/v1/work-orders/${order}/price`, { material: { amount: 100, currency: 'CNY' }, labour: { amount: 100, currency: 'CNY' }, price: { amount: 300, currency: 'CNY' } }, { 'accept-language': 'en' });
    expect(answer.status).toBe(403);
    const errors = answer.body['errors'] as { rule: string; cite: unknown; message: string }[];
    expect(errors.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['s2.4/15', 's2.4/20']));
    for (const error of errors.filter(({ rule }) => rule.startsWith('s2.4'))) expect(error.cite).toBeTruthy();
    expect(errors.every(({ message }) => /^[\x20-\x7e’“”—–]*$/.test(message))).toBe(true);
  });

  it('an unknown kind, act or matter is not found', async () => {
    expect((await operator.admin.get('/v1/unicorns')).status).toBe(404);
    expect((await operator.who('manager').post(`/v1/work-orders/${order}/explode`)).status).toBe(404);
    expect((await operator.admin.get(`/v1/matters/${request.slice(0, -1)}0`)).status).toBe(404);
  });
});
