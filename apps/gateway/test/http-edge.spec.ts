import 'reflect-metadata';
import { edgeApp, PLATFORM_KEY } from './edge-app.ts';

type Edge = Awaited<ReturnType<typeof edgeApp>>;

let edge: Edge;
let admin: Awaited<ReturnType<Edge['operator']>>;
beforeAll(async () => {
  edge = await edgeApp();
  admin = await edge.operator();
});
afterAll(() => edge.app.close());

const ORDERS = '/v1/work-orders';
async function customer(): Promise<string> {
  return (await edge.ask('POST', '/v1/customers', { token: admin.token, body: { name: 'owner A' } })).body.id;
}
const order = async (headers: Record<string, string> = {}) => edge.ask('POST', ORDERS, { token: admin.token, body: { room: '1201' }, headers });

describe('operators and sessions', () => {
  it('open a tenant whose administrator can sign in', () => {
    expect(admin.opened).toMatchObject({ status: 201, body: { zone: 'Asia/Shanghai', simulated: true, now: '2026-10-09T11:30:00+08:00', administrator: { login: 'admin' } } });
    expect(admin.session).toMatchObject({ status: 201, body: { account: { kind: 'staff', roles: ['operator-admin'] } } });
  });
  it('are refused without the platform’s key', async () => {
    expect(await edge.ask('POST', '/v1/operators', { token: `${PLATFORM_KEY}x`, body: {} })).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });
  it('list every fault of a body', async () => {
    const { status, body } = await edge.ask('POST', '/v1/operators', { token: PLATFORM_KEY, body: { zone: 'Moon/Base', packs: 's2.4', administrator: { name: 'A', account: { login: 'a', password: 'short' } }, colour: 'red' } });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)).toEqual(expect.arrayContaining(['/colour unknown-field', '/name required', '/zone wrong-format', '/packs wrong-type', '/administrator/account/password too-short']));
  });
  it.each([['wrong password', { login: 'admin', password: 'password-of-nobody' }], ['wrong login', { login: 'nobody', password: 'password-of-admin' }]])('answer alike to a %s', async (_, credentials) => {
    expect(await edge.ask('POST', '/v1/sessions', { body: { operatorId: admin.id, ...credentials } })).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
  });
  it('refuse an operator in place of a text', async () => {
    expect(await edge.ask('POST', '/v1/sessions', { body: { operatorId: admin.id, login: { $gt: '' }, password: { $gt: '' } } })).toMatchObject({ status: 422 });
  });
  it('end when signed out, and after half a day of real time', async () => {
    const { token } = (await edge.ask('POST', '/v1/sessions', { body: { operatorId: admin.id, login: 'ADMIN', password: 'password-of-admin' } })).body;
    expect((await edge.ask('DELETE', '/v1/sessions/current', { token })).status).toBe(204);
    expect((await edge.ask('GET', '/v1/sessions/current', { token })).status).toBe(401);
    const other = (await edge.ask('POST', '/v1/sessions', { body: { operatorId: admin.id, login: 'admin', password: 'password-of-admin' } })).body;
    edge.clock.ms += 12 * 3600_000;
    expect((await edge.ask('GET', '/v1/sessions/current', { token: other.token })).status).toBe(401);
    edge.clock.ms -= 12 * 3600_000;
  });
});

describe('problems', () => {
  it('are written in the reader’s language with a code that stays', async () => {
    const [zh, tw, en] = await Promise.all(['zh-CN', 'zh-TW', 'en'].map((language) => edge.ask('GET', '/v1/nothings', { token: admin.token, headers: { 'accept-language': language } })));
    expect([zh, tw, en].map((answer) => [answer!.status, answer!.body.code, answer!.body.title])).toEqual([[404, 'not-found', '没有找到'], [404, 'not-found', '沒有找到'], [404, 'not-found', 'Not found']]);
    expect(zh!.headers['content-type']).toContain('application/problem+json');
    expect(zh!.body).toMatchObject({ instance: '/v1/nothings', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });
  it.each<[string, number, string, string, string]>([
    ['malformed JSON', 400, 'malformed', '{"room":', 'application/json'],
    ['no JSON at all', 415, 'unsupported-media-type', 'room=1', 'text/plain'],
    ['a form', 415, 'unsupported-media-type', 'room=1', 'application/x-www-form-urlencoded'],
    ['a body too large', 413, 'too-large', JSON.stringify({ room: 'x'.repeat(300_000) }), 'application/json'],
    ['JSON nested too deeply', 400, 'too-deep', `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`, 'application/json'],
    ['a prototype in the body', 400, 'malformed', '{"__proto__":{"x":1}}', 'application/json'],
    ['a constructor in the body', 400, 'malformed', '{"constructor":{"x":1}}', 'application/json'],
    ['JSON nested beyond any stack', 400, 'too-deep', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`, 'application/json'],
    ['an unknown field', 422, 'invalid', '{"romo":"1"}', 'application/json'],
    ['an operator in place of a text', 422, 'invalid', '{"room":{"$gt":""}}', 'application/json'],
    ['a list in place of a body', 422, 'invalid', '[]', 'application/json'],
  ])('answer to %s with %i and nothing is stored', async (_, status, code, body, type) => {
    const before = edge.services.acts.length;
    expect(await edge.ask('POST', ORDERS, { token: admin.token, body, headers: { 'content-type': type } })).toMatchObject({ status, body: { code, status } });
    expect(edge.services.acts).toHaveLength(before);
  });
  it('tell every failing gate with rule and citation, and take the status of the first', async () => {
    edge.services.refusals = [
      { code: 'notAllowed', at: 'actor', citation: { rule: 's2.4/9', clause: '4.2' }, facts: {} },
      { code: 'required', at: 'form', field: 'floor', citation: { rule: 's2.4/10', clause: '4.2' }, facts: {} },
    ];
    const refused = await edge.ask('POST', ORDERS, { token: admin.token, body: {}, headers: { 'accept-language': 'en' } });
    edge.services.refusals = [];
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'work-order.not-allowed', rule: 's2.4/9', cite: { clause: '4.2' }, permission: 'work-order.create', errors: [{ rule: 's2.4/9' }, { pointer: '/fields/floor', code: 'work-order.required', rule: 's2.4/10', message: 'Must be given' }] },
    });
  });
  it('answer to a path that cannot be read, and to one far too long', async () => {
    expect(await edge.ask('GET', '/v1/work-orders/%E0%A4%A', { token: admin.token })).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect(await edge.ask('GET', `/v1/work-orders/${'x'.repeat(3_000)}`, { token: admin.token })).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
  it('name the service that is silent, with a time to try again', async () => {
    edge.services.silent = 'dispatch';
    const answer = await order();
    edge.services.silent = undefined;
    expect(answer).toMatchObject({ status: 503, body: { code: 'service-silent', service: 'dispatch' } });
    expect(answer.headers['retry-after']).toBe('1');
  });
  it('refuse unknown query parameters by name and forged cursors', async () => {
    expect(await edge.ask('GET', `${ORDERS}?colour=red`, { token: admin.token })).toMatchObject({ status: 400, body: { errors: [{ parameter: 'colour' }] } });
    expect(await edge.ask('GET', `${ORDERS}?cursor=abc`, { token: admin.token })).toMatchObject({ status: 400, body: { code: 'invalid-cursor' } });
    expect(await edge.ask('GET', `${ORDERS}?state[$ne]=x`, { token: admin.token })).toMatchObject({ status: 400 });
  });
});

describe('routes of kinds', () => {
  it('create with head, ETag, Location and the operator’s instant', async () => {
    const created = await order();
    expect(created).toMatchObject({ status: 201, body: { kind: 'work-order', state: 'drafted', version: 1, room: '1201', policyVersion: 'p', openedAt: '2026-10-09T11:30:00+08:00', fields: {} } });
    expect(created.headers).toMatchObject({ etag: '"1"', location: `${ORDERS}/${created.body.id}`, 'huiyin-now': '2026-10-09T11:30:00+08:00' });
  });
  it('perform acts by their word and answer with the whole matter', async () => {
    const { id } = (await order()).body;
    expect(await edge.ask('POST', `${ORDERS}/${id}/take`, { token: admin.token })).toMatchObject({ status: 200, body: { id, state: 'handed-over', version: 2 } });
  });
  it('refuse a stale version with 412 and change nothing', async () => {
    const { id } = (await order()).body;
    expect(await edge.ask('POST', `${ORDERS}/${id}/take`, { token: admin.token, headers: { 'if-match': '"7"' } })).toMatchObject({ status: 412, body: { code: 'version-stale', version: 1 } });
    expect(await edge.ask('GET', `${ORDERS}/${id}`, { token: admin.token })).toMatchObject({ body: { state: 'drafted' } });
  });
  it('know no act of another name, none that creates on a matter, and no kind at another’s path', async () => {
    const { id } = (await order()).body;
    for (const path of [`${ORDERS}/${id}/explode`, `${ORDERS}/${id}/create`, `/v1/customers/${id}/change`]) expect((await edge.ask('POST', path, { token: admin.token })).status).toBe(404);
    expect((await edge.ask('GET', `/v1/customers/${id}`, { token: admin.token })).status).toBe(404);
    expect((await edge.ask('GET', `${ORDERS}/not-an-id`, { token: admin.token })).status).toBe(404);
  });
  it('edit records by merge patch', async () => {
    const id = await customer();
    expect(await edge.ask('PATCH', `/v1/customers/${id}`, { token: admin.token, body: { name: 'owner B' } })).toMatchObject({ status: 200, body: { name: 'owner B', version: 2 } });
    expect((await edge.ask('PATCH', `/v1/customers/${id}`, { token: admin.token, body: {} })).status).toBe(422);
  });
  it('page by cursors that hold only for their list', async () => {
    await Promise.all([customer(), customer(), customer()]);
    const first = await edge.ask('GET', '/v1/customers?limit=2', { token: admin.token });
    expect(first.body.items).toHaveLength(2);
    const second = await edge.ask('GET', `/v1/customers?limit=2&cursor=${first.body.nextCursor}`, { token: admin.token });
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
    expect((await edge.ask('GET', `/v1/customers?limit=2&sort=openedAt&cursor=${first.body.nextCursor}`, { token: admin.token })).status).toBe(400);
  });
  it('tell the deciding service how fresh its copies of every link must be', async () => {
    const id = await customer();
    edge.services.heads.set(id, { ...edge.services.heads.get(id)!, matter: { ...edge.services.heads.get(id)!.matter, kind: 'serviceRequest', seq: 5 } });
    await edge.ask('POST', ORDERS, { token: admin.token, body: { requestId: id } });
    expect(edge.services.acts.at(-1)?.context.fresh).toMatchObject({ [id]: { service: 'intake', seq: 5 } });
  });
  it('refuse a link that is not there or of another kind', async () => {
    const id = await customer();
    expect(await edge.ask('POST', ORDERS, { token: admin.token, body: { requestId: id } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/requestId', code: 'link-not-found' }] } });
  });
});

describe('idempotency', () => {
  it('gives the kept answer for the same key and body, and refuses another body', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const [first, again] = [await order(headers), await order(headers)];
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', etag: '"1"' });
    expect(await edge.ask('POST', ORDERS, { token: admin.token, body: { room: '1202' }, headers })).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });
  it('passes the key on, so that the service answers a repetition after a crash', async () => {
    await order({ 'idempotency-key': 'k-2' });
    expect(edge.services.acts.at(-1)?.context).toMatchObject({ commandKey: expect.stringContaining('|k-2'), bodyHash: expect.any(String) });
  });
  it('keeps keys of two operators apart', async () => {
    const other = await edge.operator('Other');
    const headers = { 'idempotency-key': 'k-3' };
    const [mine, theirs] = [await order(headers), await edge.ask('POST', ORDERS, { token: other.token, body: { room: '1201' }, headers })];
    expect(theirs.headers['idempotency-replayed']).toBeUndefined();
    expect(theirs.body.id).not.toBe(mine.body.id);
  });
});

describe('API keys', () => {
  it('are shown once, stored hashed, and must name key and version', async () => {
    const issued = await edge.ask('POST', '/v1/api-keys', { token: admin.token, body: { name: 'portal', roles: ['operator-admin'] } });
    expect(issued.body.key).toMatch(/^huiyin_/);
    expect((await edge.ask('GET', '/v1/api-keys', { token: admin.token })).text).not.toContain(issued.body.key);
    const token = issued.body.key as string;
    expect(await edge.ask('POST', ORDERS, { token, body: { room: '1' } })).toMatchObject({ status: 400, body: { code: 'idempotency-key-required' } });
    const created = await edge.ask('POST', ORDERS, { token, body: { room: '1' }, headers: { 'idempotency-key': 'a' } });
    expect(created.status).toBe(201);
    expect(await edge.ask('POST', `${ORDERS}/${created.body.id}/take`, { token, headers: { 'idempotency-key': 'b' } })).toMatchObject({ status: 428, body: { code: 'version-required' } });
  });
  it('go on beside the new one until the overlap of a rotation ends', async () => {
    const issued = (await edge.ask('POST', '/v1/api-keys', { token: admin.token, body: { name: 'portal', roles: ['front-desk'] } })).body;
    const rotated = (await edge.ask('POST', `/v1/api-keys/${issued.id}/rotate`, { token: admin.token, body: { overlapSeconds: 60 } })).body;
    const works = async (token: string) => (await edge.ask('GET', ORDERS, { token })).status;
    expect([await works(issued.key), await works(rotated.key)]).toEqual([200, 200]);
    edge.clock.ms += 60_000;
    expect([await works(issued.key), await works(rotated.key)]).toEqual([401, 200]);
  });
  it('are made by administrators only', async () => {
    const issued = (await edge.ask('POST', '/v1/api-keys', { token: admin.token, body: { name: 'desk', roles: ['front-desk'] } })).body;
    expect(await edge.ask('GET', '/v1/api-keys', { token: issued.key })).toMatchObject({ status: 403, body: { permission: 'operator-admin' } });
  });
});

describe('staff and customers', () => {
  it('get accounts, and lose them when they leave', async () => {
    const account = { login: 'C1', password: 'password-of-c1' };
    const hired = await edge.ask('POST', '/v1/staff', { token: admin.token, body: { name: 'C1', role: 'property-clerk', account } });
    expect(hired).toMatchObject({ status: 201, body: { name: 'C1', roles: ['property-clerk'], login: 'c1' } });
    const signIn = () => edge.ask('POST', '/v1/sessions', { body: { operatorId: admin.id, ...account } });
    const { token } = (await signIn()).body;
    expect((await edge.ask('GET', '/v1/sessions/current', { token })).body).toMatchObject({ account: { roles: ['property-clerk'] } });
    expect((await edge.ask('POST', `/v1/staff/${hired.body.id}/leave`, { token: admin.token })).status).toBe(200);
    expect((await edge.ask('GET', '/v1/sessions/current', { token })).status).toBe(401);
    expect((await signIn()).status).toBe(401);
  });
  it('never share a login, and a refused hiring frees it', async () => {
    const account = { login: 'c2', password: 'password-of-c2' };
    edge.services.refusals = [{ code: 'notAllowed', at: 'actor', citation: { rule: 'core/directory' }, facts: {} }];
    expect((await edge.ask('POST', '/v1/staff', { token: admin.token, body: { name: 'C2', role: 'property-clerk', account } })).status).toBe(403);
    edge.services.refusals = [];
    expect((await edge.ask('POST', '/v1/staff', { token: admin.token, body: { name: 'C2', role: 'property-clerk', account } })).status).toBe(201);
    expect(await edge.ask('POST', '/v1/staff', { token: admin.token, body: { name: 'C3', role: 'property-clerk', account } })).toMatchObject({ status: 409, body: { code: 'account.login-taken' } });
  });
  it('let a customer act for himself, and staff with evidence for him', async () => {
    const id = await customer();
    const account = { login: 'owner-a', password: 'password-of-a' };
    expect((await edge.ask('POST', `/v1/customers/${id}/account`, { token: admin.token, body: account })).status).toBe(201);
    const { body } = await edge.ask('POST', '/v1/sessions', { body: { operatorId: admin.id, ...account } });
    expect(body.account).toMatchObject({ id, kind: 'customer', roles: ['customer'] });
    const orderId = (await order()).body.id;
    const said = await edge.ask('POST', `${ORDERS}/${orderId}/try-out`, { token: admin.token, body: { trial: 'good', onBehalfOf: { customerId: id, evidence: 'paper signed' } } });
    expect(said.status).toBe(200);
    expect(edge.services.acts.at(-1)?.context.onBehalfOf).toEqual({ id, kind: 'customer', name: 'owner A', evidence: 'paper signed' });
    expect(await edge.ask('POST', `${ORDERS}/${orderId}/try-out`, { token: admin.token, body: { trial: 'good', onBehalfOf: { customerId: id } } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/onBehalfOf/evidence' }] } });
  });
});

describe('tenants', () => {
  it('know nothing of each other’s matters', async () => {
    const other = await edge.operator('Other');
    const { id } = (await order()).body;
    for (const path of [`${ORDERS}/${id}`, `/v1/matters/${id}`, `/v1/matters/${id}/timeline`, `/v1/matters/${id}/deadlines`, `/v1/matters/${id}/prints/repair-order`]) expect((await edge.ask('GET', path, { token: other.token })).status).toBe(404);
    expect((await edge.ask('POST', `${ORDERS}/${id}/take`, { token: other.token })).status).toBe(404);
    expect((await edge.ask('GET', ORDERS, { token: other.token })).body.items).toEqual([]);
  });
  it('sign in at their own operator only', async () => {
    const other = await edge.operator('Other');
    await edge.accounts.reserve(other.id, 'staff', { login: 'only-there', password: 'password-of-x' }, 'x');
    expect((await edge.ask('POST', '/v1/sessions', { body: { operatorId: admin.id, login: 'only-there', password: 'password-of-x' } })).status).toBe(401);
  });
});

describe('simulated time', () => {
  it('moves forward and shows in every later answer', async () => {
    const own = await edge.operator('Clock');
    const moved = await edge.ask('POST', '/v1/simulation/clock', { token: own.token, body: { to: '2026-10-09T12:15:00+08:00' } });
    expect(moved).toMatchObject({ status: 200, body: { now: '2026-10-09T12:15:00+08:00' } });
    expect(moved.headers['huiyin-now']).toBe('2026-10-09T12:15:00+08:00');
    expect((await edge.ask('GET', ORDERS, { token: own.token })).headers['huiyin-now']).toBe('2026-10-09T12:15:00+08:00');
    expect(await edge.ask('POST', '/v1/simulation/clock', { token: own.token, body: { to: '2026-10-09T12:14:59+08:00' } })).toMatchObject({ status: 422, body: { code: 'simulation.backwards' } });
    expect(await edge.ask('GET', '/v1/simulation/quiet', { token: own.token })).toMatchObject({ status: 200, body: { quiet: true } });
  });
});

describe('limits', () => {
  it('slow down a credential that asks too often, and tell when to come again', async () => {
    const small = await edgeApp({ requestsPerMinute: 3 });
    const own = await small.operator();
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(await small.ask('GET', ORDERS, { token: own.token }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]!.body).toMatchObject({ code: 'too-many-requests' });
    expect(answers[3]!.headers['retry-after']).toBeDefined();
    await small.app.close();
  });
});

describe('the open pages', () => {
  it('ask for no account and load nothing from elsewhere', async () => {
    const page = await edge.ask('GET', '/docs');
    expect(page).toMatchObject({ status: 200 });
    expect(page.text).not.toMatch(/<script|https?:\/\/(?!json-schema)/);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });
  it('do not include anything else', async () => {
    for (const path of ['/v1/matters', ORDERS, '/v1/kinds', '/v1/notices', '/v1/parked', '/v1/regulations', '/v1/no/such/path/at/all']) expect((await edge.ask('GET', path)).status).toBe(401);
  });
});
