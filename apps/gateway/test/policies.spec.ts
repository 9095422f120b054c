import 'reflect-metadata';
import { PLATFORM_KEY } from './edge-app.ts';
import { policyApp } from './policy-app.ts';

type App = Awaited<ReturnType<typeof policyApp>>;
let app: App;
beforeAll(async () => {
  app = await policyApp();
}, 60_000);
afterAll(() => app.app.close());

const SHORTER = { 's2.4.promptly': 'PT2H' };

/** An operator with one request that the clerk has to sign. */
async function withRequest() {
  const operator = await app.operator();
  const customer = await operator.as('desk').post('/v1/customers', { name: '王女士', relation: 'owner' });
  const request = await operator.as('desk').post('/v1/service-requests', { customerId: customer.body.id, channel: 'phone', description: '漏水', appointedAt: '2026-10-12T14:30:00+08:00' });
  expect(request.status).toBe(201);
  return { ...operator, request: request.body.id as string, customer: customer.body.id as string };
}

describe('a change of policy', () => {
  it('is drafted with a witness for each item, consented to by another and adopted; new matters alone are under it', async () => {
    const { as, request, id } = await withRequest();
    const drafted = await as('admin').post('/v1/policies', { overrides: SHORTER });
    expect(drafted).toMatchObject({ status: 201, headers: { location: `/v1/policies/${drafted.body.id}`, etag: '"1"' } });
    const sign = { step: 'sign', result: 'moved', startedAt: '2026-10-09T11:30:00+08:00', old: '2026-10-10T17:30:00+08:00', new: '2026-10-09T13:30:00+08:00', items: ['s2.4/kinds.serviceRequest.steps.sign', 's2.4/values.promptly'] };
    expect(drafted.body.changes).toMatchObject([{ item: 's2.4/values.promptly', old: 'P1WD at 17:30', new: 'PT2H', witness: { matter: { id: request }, due: sign } }]);
    expect(drafted.body.looked).toMatchObject({ complete: true, moved: 1 });
    const draft = `/v1/policies/${drafted.body.id}`;
    expect(await as('admin').post(`${draft}/consent`)).toMatchObject({ status: 409, body: { code: 'policy.second-person' } });
    expect(await as('admin').post(`${draft}/adopt`)).toMatchObject({ status: 409, body: { code: 'policy.wrong-state' } });
    expect(await as('director').post(`${draft}/consent`, { reason: 'agreed' })).toMatchObject({ status: 200, body: { state: 'consented', reason: 'agreed' } });
    expect(await as('director').post(`${draft}/adopt`)).toMatchObject({ status: 200, body: { state: 'adopted' } });
    expect((await as('clerk').get('/v1/policies')).body.items).toMatchObject([{ hash: drafted.body.hash, standing: 'in-force', overrides: SHORTER }, { standing: 'overtaken', inForceUntil: '2026-10-09T11:30:00+08:00' }]);
    expect((await as('admin').get('/v1/operators/current')).body.policyVersion).toBe(drafted.body.hash);
    expect((await as('clerk').get(`/v1/matters/${request}`)).body).toMatchObject({ policyVersion: drafted.body.previous, nextStep: { dueAt: '2026-10-10T17:30:00+08:00' } });
    expect(Object.keys(await app.services.versions(id)).length).toBeGreaterThan(3);
  });

  it.each([['zh-CN', '制度变更须由起草人以外的第二人同意'], ['zh-TW', '制度變更須由起草人以外的第二人同意'], ['en', 'needs the consent of a second person']])('is refused to its drafter in %s', async (language, words) => {
    const { as } = await app.operator({});
    const drafted = await as('admin').post('/v1/policies', { overrides: SHORTER });
    const { body } = await as('admin').post(`/v1/policies/${drafted.body.id}/consent`, {}, { 'accept-language': language });
    expect(body.detail).toContain(words);
  });

  it.each([
    ['zh-CN', '没有“nonesuch”这一项'],
    ['zh-TW', '沒有「nonesuch」這一項'],
    ['en', 'There is no “nonesuch”'],
  ])('with an unknown override is refused in %s, and nothing is kept', async (language, words) => {
    const { as, id } = await app.operator({});
    const before = await app.services.versions(id);
    const { status, body } = await as('admin').post('/v1/policies', { overrides: { 's2.4.nonesuch': 'PT1H' } }, { 'accept-language': language });
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'policy-not-sound', '/overrides/s2.4.nonesuch']);
    expect(body.errors[0].message).toContain(words);
    expect(await app.services.versions(id)).toEqual(before);
  });

  it('may lead away from a regulation: what it governs could not be bound to it, which is told', async () => {
    const { as, request } = await withRequest();
    const { body } = await as('admin').post('/v1/policies', { packs: [] });
    expect(body.changes).toMatchObject([{ item: 's2.4', change: 'removed', witness: { matter: { id: request }, refusals: [{ code: 'rebind-ungoverned' }] } }]);
    expect(await as('admin').post(`/v1/matters/${request}/rebind?preview=true`, { policy: body.hash })).toMatchObject({ status: 409, body: { code: 'service-request.rebind-ungoverned' } });
  });

  it('is adopted by one of two that were drafted on the same, also when both are adopted at once', async () => {
    const { as } = await app.operator({ director: 'department-manager', general: 'general-manager' });
    const drafts = await Promise.all(['PT2H', 'PT3H'].map((promptly) => as('admin').post('/v1/policies', { overrides: { 's2.4.promptly': promptly } })));
    const urls = drafts.map(({ body }) => `/v1/policies/${body.id}`);
    for (const url of urls) await as('director').post(`${url}/consent`);
    const adopted = await Promise.all(urls.map((url, index) => as(index === 0 ? 'general' : 'admin').post(`${url}/adopt`)));
    expect(adopted.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(adopted.find(({ status }) => status === 409)?.body.code).toBe('policy.base-has-changed');
    expect((await as('admin').get('/v1/policies')).body.items).toHaveLength(2);
  });

  it('takes an override back by null, and shows a calendar day with the due it moves', async () => {
    const { as, request } = await withRequest();
    const day = await as('admin').post('/v1/policies', { calendar: { days: { '2026-10-10': 'off' } } });
    expect(day.body.changes).toMatchObject([{ item: 'calendar', witness: { matter: { id: request }, due: { new: '2026-10-12T14:30:00+08:00' } } }]);
    const [first, second] = [await as('admin').post('/v1/policies', { overrides: SHORTER }), await as('director').post('/v1/policies', { overrides: { 's2.4.promptly': null } })];
    expect([first.status, second.status, second.body.code]).toEqual([201, 422, 'policy.unchanged']);
  });
});

describe('an operator without any regulation', () => {
  it('opens under the core alone and adopts its first one later', async () => {
    const account = { login: 'admin', password: 'a-long-test-password' };
    const opened = await app.ask('POST', '/v1/operators', { token: PLATFORM_KEY, body: { name: 'x', zone: 'Asia/Shanghai', packs: [], simulated: true, now: '2026-10-09T11:30:00+08:00', administrator: { name: 'A', account } } });
    expect(opened.status).toBe(201);
    const { token } = (await app.ask('POST', '/v1/sessions', { body: { operatorId: opened.body.id, ...account } })).body;
    expect((await app.ask('POST', '/v1/policies', { token, body: { packs: ['s2.4'] } })).body.changes).toMatchObject([{ item: 's2.4', change: 'added', witness: null }]);
  });
});

describe('what-if questions', () => {
  it('are answered by the policy they name, and change nothing anywhere', async () => {
    const { as, id } = await withRequest();
    const before = await app.services.versions(id);
    const { body: draft } = await as('admin').post('/v1/policies', { overrides: { 's2.4.handOverLimit': 'PT20M' } });
    const drafted = await app.services.versions(id);
    const question = {
      kind: 'work-order', step: 'hand-over', matter: { facts: { appointedAt: '2026-10-12T14:30:00+08:00' } },
      links: { requestId: { state: 'accepted', facts: { signedAt: '2026-10-09T11:45:00+08:00' } } }, now: '2026-10-09T11:50:00+08:00',
    };
    expect((await as('manager').post('/v1/policies/evaluate', question)).body.steps).toMatchObject([{ startedAt: '2026-10-09T11:45:00+08:00', dueAt: '2026-10-09T12:15:00+08:00', rule: 's2.4/11' }]);
    const asked = await as('admin').post('/v1/policies/evaluate', { ...question, policy: draft.hash });
    expect(asked.body.steps).toMatchObject([{ dueAt: '2026-10-09T12:05:00+08:00', lines: { 'zh-CN': expect.any(Array), 'zh-TW': expect.any(Array), en: expect.any(Array) } }]);
    expect(await app.services.versions(id)).toEqual(drafted);
    expect(Object.keys(drafted).length).toBe(Object.keys(before).length + 1);
  });

  it('play acts one after another, each at its instant, and tell every failing gate of the last', async () => {
    const { as, customer } = await withRequest();
    const links = { requestId: { state: 'accepted', facts: { customerId: customer, signedAt: '2026-10-09T11:45:00+08:00' } } };
    const create = { act: 'create', actor: { role: 'property-clerk' }, now: '2026-10-09T11:45:00+08:00', input: { customerId: customer, customerName: '王女士', room: '1203', phone: '138', description: '漏水', appointedAt: '2026-10-09T14:30:00+08:00' } };
    const manager = { role: 'equipment-manager' };
    const story = { kind: 'work-order', links, earlier: [create, { act: 'take', actor: manager, now: '2026-10-09T12:15:00+08:00' }], actor: manager, now: '2026-10-09T12:25:00+08:00' };
    const priced = await as('manager').post('/v1/policies/evaluate', { ...story, act: 'price', input: { material: { amount: 8650, currency: 'CNY' }, labour: { amount: 4000, currency: 'CNY' }, price: { amount: 13000, currency: 'CNY' } } });
    expect(priced.body.act).toMatchObject({ allowed: false, was: 'handed-over' });
    expect(priced.body.act.errors.map(({ rule }: { rule: string }) => rule)).toEqual(expect.arrayContaining(['s2.4/19', 's2.4/20']));
    const late = await as('manager').post('/v1/policies/evaluate', { ...story, earlier: [create], act: 'take', now: '2026-10-09T12:15:01+08:00' });
    expect(late.body.act).toMatchObject({ allowed: true, state: 'handed-over', events: expect.arrayContaining([expect.objectContaining({ event: 'work-order.hand-over.missed', at: '2026-10-09T12:15:00+08:00' })]) });
    expect(await as('manager').post('/v1/policies/evaluate', { ...story, earlier: [{ ...create, actor: manager }], act: 'take' })).toMatchObject({ status: 422, body: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/earlier/0' })]) } });
  });

  it.each<[string, object, string]>([
    ['neither act, fact nor step', { kind: 'work-order' }, '/act'],
    ['an unknown kind', { kind: 'spaceship', act: 'fly' }, '/kind'],
    ['an unknown fact of the matter', { kind: 'work-order', act: 'take', matter: { facts: { colour: 'red' } } }, '/matter/facts/colour'],
    ['a state that is none', { kind: 'work-order', act: 'take', matter: { state: 'lost' } }, '/matter/state'],
    ['a link that is none', { kind: 'work-order', act: 'take', links: { spouseId: {} } }, '/links/spouseId'],
    ['a regulation that does not govern it', { kind: 'work-order', act: 'take', matter: { governor: 's0.3' } }, '/matter/governor'],
    ['an instant that is none', { kind: 'work-order', act: 'take', now: 'noon' }, '/now'],
    ['more acts than anybody needs', { kind: 'work-order', act: 'take', earlier: Array.from({ length: 51 }, () => ({ act: 'take' })) }, '/earlier'],
    ['an unknown member', { kind: 'work-order', act: 'take', colour: 'red' }, '/colour'],
  ])('with %s are refused at its place', async (_title, question, pointer) => {
    const { as } = await app.operator({ manager: 'equipment-manager' });
    const { status, body } = await as('manager').post('/v1/policies/evaluate', question);
    expect([status, body.errors?.map((fault: { pointer: string }) => fault.pointer)]).toEqual([422, expect.arrayContaining([pointer])]);
  });
});

describe('due times without a matter', () => {
  const ask = async (body: object, language = 'en') => (await app.operator({ clerk: 'property-clerk' })).as('clerk').post('/v1/deadlines/evaluate', { start: '2026-10-09T16:00:00+08:00', ...body }, { 'accept-language': language });

  it('count pauses, extensions and the calendar given', async () => {
    const paused = await ask({ due: 'PT2H', events: [{ type: 'pause', at: '2026-10-09T17:00:00+08:00' }, { type: 'resume', at: '2026-10-09T18:00:00+08:00' }, { type: 'extend', at: '2026-10-09T18:10:00+08:00', by: 'PT30M', reason: 'agreed' }] });
    expect(paused.body.items).toMatchObject([{ dueAt: '2026-10-09T19:30:00+08:00', state: 'running' }]);
    expect((await ask({ due: 'P1WD', calendar: { days: { '2026-10-10': 'off' } } })).body.items).toMatchObject([{ dueAt: '2026-10-12T17:30:00+08:00' }]);
    expect((await ask({ due: ['P1WD', 'PT1H'] })).body.items).toMatchObject([{ dueAt: '2026-10-09T17:00:00+08:00' }]);
    expect((await ask({ due: 'PT1H', start: '2026-10-09' })).body.items).toMatchObject([{ startedAt: '2026-10-09T00:00:00+08:00' }]);
  });

  it('cite the clause of a rule in three languages', async () => {
    const { body } = await ask({ rule: 's2.4/25', matter: { facts: { appointedAt: '2026-10-09T17:00:00+08:00' } } });
    expect(body.items).toMatchObject([{ kind: 'work-order', step: 'collect', rule: 's2.4/25', dueAt: '2026-10-09T17:00:00+08:00' }]);
    const [handOver] = (await ask({ rule: 's2.4/11' })).body.items;
    expect([handOver.lines['zh-CN'][0], handOver.lines['zh-TW'][0], handOver.lines.en[0]]).toEqual([expect.stringContaining('在30分钟以内'), expect.stringContaining('30'), expect.stringContaining('s2.4/11')]);
  });

  it.each<[string, object, string, string]>([
    ['a text that cannot be read', { due: 'soon' }, '/due', 'deadline.due-syntax'],
    ['a start beyond the years computed', { due: 'P1D', start: '2500-01-01T00:00:00Z' }, '/start', 'deadline.out-of-range'],
    ['a due beyond them', { due: 'P180Y' }, '/start', 'deadline.out-of-range'],
    ['a date that is none', { due: 'P1D', start: '2026-02-30' }, '/start', 'wrong-format'],
    ['hours that cannot be', { due: 'P1WD', calendar: { hours: '26:00-27:00' } }, '/calendar/hours', 'deadline.calendar'],
    ['a rule without a due time', { rule: 's2.4/4' }, '/rule', 'deadline.rule-without-due'],
    ['an extension by nothing', { due: 'P1D', events: [{ type: 'extend', at: '2026-10-09T18:10:00+08:00' }] }, '/events/0/by', 'required'],
    ['both a text and a rule', { due: 'P1D', rule: 's2.4/11' }, '/rule', 'refused'],
  ])('refuse %s', async (_title, body, pointer, code) => {
    expect(await ask(body)).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
  });
});
