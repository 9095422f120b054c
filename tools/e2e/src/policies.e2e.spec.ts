import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { conformanceOf } from '@huiyin/generators';
import { Caller } from './caller.ts';
import type { Answer, Body } from './caller.ts';
import { Operator } from './operator.ts';
import { root, useSystem } from './use-system.ts';

const TWENTY = { 's2.4.handOverLimit': 'PT20M' };
const open = (body: Body): string => String(body['id']);
const codes = (body: Body): string[] => ((body['errors'] ?? []) as { code: string }[]).map(({ code }) => code);

/** Acts that packs add to kinds are not in the document. */
const OURS = /^\/v1\/(?:policies|regulations|deadlines|matters|operators)\b/;
const sent = jest.spyOn(Caller.prototype, 'send');

describe('changing an operator’s policy', () => {
  const system = useSystem();
  let operator: Operator;
  let order: string;
  let draft: Body;
  const first = (): Promise<Body> => operator.admin.see('/v1/operators/current');
  const handOver = async (id: string): Promise<{ startedAt: string; dueAt: string; explanation: { lines: string[]; values: object[] } }> =>
    ((await operator.who('manager').see(`/v1/matters/${id}/deadlines`))['items'] as { name: string }[]).find(({ name }) => name === 'hand-over') as never;

  beforeAll(async () => {
    operator = await Operator.open(system());
    ({ order } = await operator.draftOrder());
  }, 120_000);

  it('lists the regulations with their source, their figures and how many rules are carried how', async () => {
    const { items } = (await operator.admin.see('/v1/regulations')) as { items: Body[] };
    expect(items).toContainEqual(expect.objectContaining({ id: 's2.4', rules: 25, source: expect.objectContaining({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }), coverage: expect.objectContaining({ missing: 0 }), values: expect.arrayContaining([expect.objectContaining({ name: 's2.4.handOverLimit', is: 'PT30M', word: '以内' })]) }));
  });

  it.each<[string, Body, string, string]>([
    ['a figure of another sort', { overrides: { 's2.4.handOverLimit': 20 } }, 'policy.wrong-figure', '/overrides/s2.4.handOverLimit'],
    ['a text that is no due time', { overrides: { 's2.4.handOverLimit': 'twenty minutes' } }, 'policy.wrong-figure', '/overrides/s2.4.handOverLimit'],
    ['a figure that leads out of all years', { overrides: { 's2.4.handOverLimit': 'P180Y' } }, 'policy.due-out-of-range', '/overrides/s2.4.handOverLimit'],
    ['a value that no regulation has', { overrides: { 's2.4.nonesuch': 'PT20M' } }, 'policy.unknown-item', '/overrides/s2.4.nonesuch'],
    ['a regulation that is not adopted', { overrides: { 's0.3.promptly': 'PT20M' } }, 'policy.unknown-pack', '/overrides/s0.3.promptly'],
    ['a gate in place of a figure', { overrides: { 's2.4': { kinds: { workOrder: { acts: { take: { require: [] } } } } } } }, 'policy.not-overridable', '/overrides/s2.4/kinds/workOrder/acts/take/require'],
    ['hours that cannot be', { calendar: { hours: '25:00-26:00' } }, 'policy.calendar', '/calendar/hours'],
    ['a regulation twice', { packs: ['s2.4', 's2.4'] }, 'refused', '/packs/1'],
    ['an unknown member', { colour: 'red' }, 'unknown-field', '/colour'],
  ])('refuses %s, by name', async (_title, change, code, pointer) => {
    const answer = await operator.admin.post('/v1/policies', change);
    expect(answer).toMatchObject({ status: 422, body: { errors: expect.arrayContaining([expect.objectContaining({ code, pointer })]) } });
    expect((await operator.admin.see('/v1/matters?kind=policy&open=true'))['items']).toEqual([]);
  });

  it('tells file, line and item of what the linter finds', async () => {
    const { body } = await operator.admin.post('/v1/policies', { overrides: { 's2.4.handOverLimit': 'P180Y' } });
    expect(body['findings']).toContainEqual(expect.objectContaining({ file: 's2.4/values.yaml', line: expect.any(Number), item: 's2.4/values.handOverLimit.is', found: 'P180Y' }));
  });

  it('refuses those who may not change it, and a change that changes nothing', async () => {
    expect(await operator.who('clerk').post('/v1/policies', { overrides: TWENTY })).toMatchObject({ status: 403, body: { permission: 'policy.draft' } });
    expect(await operator.admin.post('/v1/policies', {})).toMatchObject({ status: 422, body: { code: 'policy.unchanged' } });
  });

  it('drafts twenty minutes for thirty and shows whom it would touch', async () => {
    const answer = await operator.admin.post('/v1/policies', { overrides: TWENTY, reason: 'the lift is faster now' });
    expect(answer.status).toBe(201);
    draft = answer.body;
    const due = { step: 'handOver', result: 'moved', startedAt: '2026-10-09T11:30:00+08:00', old: '2026-10-09T12:00:00+08:00', new: '2026-10-09T11:50:00+08:00', rule: 's2.4/11' };
    expect(draft).toMatchObject({ kind: 'policy', state: 'drafted', nextStep: { act: 'consent' }, looked: { complete: true, moved: 1 } });
    expect(draft['changes']).toEqual([expect.objectContaining({ item: 's2.4/values.handOverLimit', change: 'changed', old: 'PT30M', new: 'PT20M', rule: 's2.4/11', witness: expect.objectContaining({ matter: expect.objectContaining({ id: order, kind: 'work-order' }), due: expect.objectContaining(due) }) })]);
    expect(draft['dues']).toContainEqual(expect.objectContaining(due));
    expect(await handOver(order)).toMatchObject({ dueAt: '2026-10-09T12:00:00+08:00' });
  });

  it('does not let one person adopt it alone', async () => {
    const alone = await operator.admin.post(`/v1/policies/${open(draft)}/adopt`);
    expect(alone.status).toBe(409);
    const twice = await operator.admin.post(`/v1/policies/${open(draft)}/consent`, {}, { 'accept-language': 'en' });
    expect(twice).toMatchObject({ status: 409, body: { code: 'policy.second-person', detail: expect.stringContaining('second person') } });
    expect((await operator.who('clerk').post(`/v1/policies/${open(draft)}/consent`)).status).toBe(403);
    const key = await operator.admin.must('/v1/api-keys', { name: 'robot', roles: ['operator-admin'] });
    const robot = await fetch(`${system().url}/v1/policies/${open(draft)}/consent`, { method: 'POST', headers: { authorization: `Bearer ${String(key['key'])}`, 'idempotency-key': 'robot-0001', 'if-match': '"1"' } });
    expect(robot.status).toBe(403);
    expect((await first())['policyVersion']).toBe(draft['previous']);
  });

  it('is not drafted past the linter, nor read by others', async () => {
    expect((await operator.admin.post('/v1/policies/draft', { packs: ['s2.4'], hash: 'x', calendar: '{}', baseId: open(draft), previous: 'x' })).status).toBe(404);
    const other = await Operator.open(system());
    expect((await other.admin.get(`/v1/policies/${open(draft)}`)).status).toBe(404);
    expect((await other.admin.get(`/v1/policies/${String(draft['hash'])}`)).status).toBe(404);
    expect((await other.admin.post('/v1/policies/evaluate', { kind: 'work-order', act: 'take', policy: draft['hash'] })).status).toBe(404);
  });

  it('is in force for new orders once a second person consented; an open order keeps what it was promised', async () => {
    const witnesses = await operator.who('director').see(`/v1/policies/${open(draft)}/witnesses`);
    expect(witnesses['changes']).toHaveLength(1);
    expect(await operator.who('director').must(`/v1/policies/${open(draft)}/consent`)).toMatchObject({ state: 'consented', nextStep: { act: 'adopt' } });
    expect(await operator.admin.must(`/v1/policies/${open(draft)}/adopt`)).toMatchObject({ state: 'adopted', inForceFrom: '2026-10-09T11:30:00+08:00' });
    await operator.quiet();
    expect((await first())['policyVersion']).toBe(draft['hash']);
    expect(await handOver(order)).toMatchObject({ startedAt: '2026-10-09T11:30:00+08:00', dueAt: '2026-10-09T12:00:00+08:00' });
    const { order: younger } = await operator.draftOrder();
    expect(await handOver(younger)).toMatchObject({ startedAt: '2026-10-09T11:30:00+08:00', dueAt: '2026-10-09T11:50:00+08:00', explanation: { values: [expect.objectContaining({ name: 'handOverLimit', is: 'PT20M', origin: 'override' })] } });
  });

  it('tells which policy was in force when', async () => {
    const { items } = (await operator.who('clerk').see('/v1/policies')) as { items: Body[] };
    expect(items).toEqual([
      expect.objectContaining({ hash: draft['hash'], id: open(draft), standing: 'in-force', inForceUntil: null, overrides: TWENTY }),
      expect.objectContaining({ hash: draft['previous'], standing: expect.stringMatching(/^(ended|overtaken)$/), overrides: {} }),
    ]);
    expect(await operator.who('clerk').see(`/v1/policies/${String(draft['hash'])}`)).toMatchObject({ inForce: true, document: { overrides: TWENTY } });
  });

  it('re-binds an open order by an act with its reason: shown first, anchor kept, on the timeline', async () => {
    await operator.moveTo('2026-10-09T11:40:00+08:00');
    const manager = operator.who('manager');
    const path = `/v1/matters/${order}/rebind`;
    expect(await manager.post(path, { reason: 'x' })).toMatchObject({ status: 403, body: { permission: 'matter.rebind' } });
    expect((await operator.who('director').post(path, { reason: 'x' })).status).toBe(404);
    const due = { step: 'handOver', result: 'moved', startedAt: '2026-10-09T11:30:00+08:00', old: '2026-10-09T12:00:00+08:00', new: '2026-10-09T11:50:00+08:00', movedSeconds: -600, overdueAtOnce: false };
    const preview = await operator.admin.must(`${path}?preview=true`);
    expect(preview).toMatchObject({ preview: true, from: draft['previous'], to: draft['hash'], dues: [expect.objectContaining(due)] });
    expect(await handOver(order)).toMatchObject({ dueAt: '2026-10-09T12:00:00+08:00' });
    expect(await operator.admin.post(path)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });
    const bound = await operator.admin.must(path, { reason: 'as agreed with the owner' });
    expect(bound).toMatchObject({ preview: false, matter: { policyVersion: draft['hash'], nextStep: { act: 'take', dueAt: '2026-10-09T11:50:00+08:00' } } });
    expect(await handOver(order)).toMatchObject({ startedAt: '2026-10-09T11:30:00+08:00', dueAt: '2026-10-09T11:50:00+08:00' });
    const { items } = (await operator.admin.see(`/v1/matters/${order}/timeline`)) as { items: Body[] };
    expect(items).toContainEqual(expect.objectContaining({ event: 'work-order.rebind', by: expect.objectContaining({ name: 'admin' }), data: { fields: expect.objectContaining({ reason: 'as agreed with the owner', moved: [{ step: 'handOver', old: '2026-10-09T12:00:00+08:00', new: '2026-10-09T11:50:00+08:00' }] }) } }));
    expect(await operator.admin.post(path, { reason: 'again' })).toMatchObject({ status: 409, body: { code: 'work-order.rebind-same-policy' } });
    await operator.quiet();
  });

  it('misses at the due it moved to, not at the one it had', async () => {
    await operator.moveTo('2026-10-09T11:50:01+08:00');
    const { items } = (await operator.admin.see(`/v1/matters/${order}/timeline`)) as { items: Body[] };
    expect(items).toContainEqual(expect.objectContaining({ event: 'work-order.hand-over.missed', at: '2026-10-09T11:50:00+08:00' }));
  });

  it('begins on a business date that lies ahead, and then only; of two changes on one base only one is adopted', async () => {
    const [admin, director] = [operator.admin, operator.who('director')];
    const [one, two] = [await admin.must('/v1/policies', { overrides: { 's2.4.handOverLimit': 'PT15M' }, inForceFrom: '2026-10-12' }), await director.must('/v1/policies', { overrides: { 's2.4.handOverLimit': null } })];
    await director.must(`/v1/policies/${open(one)}/consent`);
    await admin.must(`/v1/policies/${open(two)}/consent`);
    expect(await director.must(`/v1/policies/${open(one)}/adopt`)).toMatchObject({ inForceFrom: '2026-10-12T00:00:00+08:00' });
    expect(await director.post(`/v1/policies/${open(two)}/adopt`)).toMatchObject({ status: 409, body: { code: 'policy.base-has-changed' } });
    expect(await director.must(`/v1/policies/${open(two)}/withdraw`, { reason: 'drafted anew later' })).toMatchObject({ state: 'withdrawn' });
    expect((await first())['policyVersion']).toBe(draft['hash']);
    expect(codes((await admin.post('/v1/policies', { overrides: { 's2.4.handOverLimit': 'PT10M' } })).body)).toEqual(['policy.before-the-last']);
    await operator.moveTo('2026-10-11T23:59:59+08:00');
    expect((await first())['policyVersion']).toBe(draft['hash']);
    await operator.moveTo('2026-10-12T00:00:00+08:00');
    expect((await first())['policyVersion']).toBe(one['hash']);
    expect((await admin.see('/v1/matters?without=owner,next-step'))['items']).toEqual([]);
  });

  it('answers decisions, facts and due times of supposed cases and stores nothing', async () => {
    const before = await operator.admin.see('/v1/matters?count=true');
    const ask = (question: Body): Promise<Body> => operator.who('manager').must('/v1/policies/evaluate', question);
    const matter = { state: 'drafted', facts: { fields: {} } };
    expect(await ask({ kind: 'work-order', act: 'take', matter, actor: { role: 'equipment-manager' }, now: '2026-10-12T09:00:00+08:00' })).toMatchObject({ act: { allowed: true, state: 'handed-over', was: 'drafted', errors: [] } });
    expect(await ask({ kind: 'work-order', act: 'take', matter, actor: { role: 'property-clerk' } })).toMatchObject({ act: { allowed: false, errors: [expect.objectContaining({ code: 'work-order.not-allowed', rule: 's2.4/12' })] } });
    expect(await ask({ kind: 'work-order', fact: 'charge-label', matter: { state: 'handed-over', facts: { charge: 'paid' } } })).toMatchObject({ fact: { value: 'paid-service', why: { citation: { rule: 's2.4/19' } } } });
    const story = { kind: 'service-request', earlier: [], act: 'register', input: { description: '漏水', channel: 'phone', customerId: operator.ids['owner'], appointedAt: '2026-10-12T14:30:00+08:00' }, actor: { role: 'security-desk' }, now: '2026-10-12T09:00:00+08:00' };
    expect(await ask(story)).toMatchObject({ act: { allowed: true, state: 'registered' }, dues: [expect.objectContaining({ name: 'sign', rule: 's2.4/7', lines: expect.objectContaining({ 'zh-TW': expect.any(Array) }) })] });
    expect((await operator.admin.see('/v1/matters?count=true'))['count']).toBe(before['count']);
    expect(await operator.who('manager').post('/v1/policies/evaluate', { kind: 'work-order', act: 'fly' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/act' }] } });
  });

  it('evaluates a due time by text or rule, in three languages, and refuses hostile sizes', async () => {
    const ask = (question: Body): Promise<Body> => operator.who('clerk').must('/v1/deadlines/evaluate', question);
    const [byText] = (await ask({ due: 'P1WD at 17:30', start: '2026-10-09T16:00:00+08:00' }))['items'] as Body[];
    expect(byText).toMatchObject({ dueAt: '2026-10-10T17:30:00+08:00', inclusive: true, notices: [expect.objectContaining({ id: 'CN-2026' })] });
    const [byRule] = (await ask({ rule: 's2.4/11', start: '2026-10-12T11:45:00+08:00', policy: draft['hash'] }))['items'] as Body[];
    expect(byRule).toMatchObject({ kind: 'work-order', step: 'hand-over', dueAt: '2026-10-12T12:05:00+08:00', lines: { en: expect.arrayContaining([expect.stringContaining('s2.4/11')]) } });
    for (const hostile of [{ due: 'P999999999D' }, { due: 'x'.repeat(5_000) }, { due: Array.from({ length: 11 }, () => 'P1D') }, { due: 'P1D', start: '9999-12-31T00:00:00+08:00' }, { due: 'P1D', rule: 's2.4/11' }, {}]) {
      expect((await operator.who('clerk').post('/v1/deadlines/evaluate', { start: '2026-10-09T16:00:00+08:00', ...hostile })).status).toBe(422);
    }
  });

  it('lets an act only be watched: it is done, and what would have refused it is told', async () => {
    const change = { overrides: { 's2.4': { kinds: { serviceRequest: { acts: { register: { mode: 'watch' } } } } } } };
    const watched = await operator.admin.must('/v1/policies', change);
    expect(watched['changes']).toEqual([expect.objectContaining({ item: 's2.4/kinds.serviceRequest.acts.register', new: 'watch' })]);
    const byMail = { customerId: operator.ids['owner'], channel: 'email', description: '漏水', appointedAt: '2026-10-12T14:30:00+08:00' };
    const question = { kind: 'service-request', act: 'register', input: byMail, actor: { role: 'security-desk' } };
    expect(await operator.admin.must('/v1/policies/evaluate', question)).toMatchObject({ act: { allowed: false, errors: [expect.objectContaining({ rule: 's2.4/4' })], wouldRefuse: [] } });
    expect(await operator.admin.must('/v1/policies/evaluate', { ...question, policy: watched['hash'] })).toMatchObject({ act: { allowed: true, wouldRefuse: [expect.objectContaining({ code: 'service-request.not-by-this-channel', rule: 's2.4/4' })] } });
    await operator.who('director').must(`/v1/policies/${open(watched)}/consent`);
    await operator.admin.must(`/v1/policies/${open(watched)}/adopt`);
    const request = await operator.who('desk').must('/v1/service-requests', byMail);
    await operator.quiet();
    const { items } = (await operator.admin.see(`/v1/matters/${open(request)}/timeline`)) as { items: Body[] };
    expect(items).toContainEqual(expect.objectContaining({ event: 'service-request.register.would-refuse', refusals: [expect.objectContaining({ code: 'service-request.not-by-this-channel', rule: 's2.4/4' })] }));
  });

  it('was answered throughout as the OpenAPI document says', async () => {
    const { check } = conformanceOf(JSON.parse(readFileSync(join(root, 'apps', 'gateway', 'openapi.json'), 'utf8')));
    const answers = await Promise.all(sent.mock.results.map(({ value }) => value as Promise<Answer>));
    const deviations = sent.mock.calls.flatMap(([method, path], index) => {
      if (!OURS.test(path)) return [];
      const { status, headers, body, text } = answers[index]!;
      return check({ method, path, status, headers, body: text === '' ? undefined : body }).map(({ at, message }) => `${method} ${path} ${at}: ${message}`);
    });
    expect(answers.length).toBeGreaterThan(100);
    expect([...new Set(deviations)]).toEqual([]);
  });
});
