import { createHash } from 'node:crypto';
import { evolve } from '@huiyin/regulation-engine';
import type { Actor, FactMap, Matter, PackDocument, PolicyDocument } from '@huiyin/regulation-engine';
import { policyHash } from '@huiyin/regulation-packs';
import { memoryStores } from '@huiyin/platform-persistence';
import type { ActReply, RpcContext } from '@huiyin/contracts-kernel';
import { local, policyDocument, PROMISING } from '../fixtures/promising-pack.ts';
import { MatterHost } from '../matter-host.ts';

const TENANT = 'op-1';
const clerk: Actor = { id: 'c1', kind: 'staff', name: 'C1', roles: ['clerk'] };
const admin: Actor = { id: 'a1', kind: 'staff', name: 'A1', roles: ['operator-admin'] };
const OLD = policyDocument();
const NEW = policyDocument({ 'core-toy.soon': 'PT20M', 'core-toy.many': 2 });
const NO_KIND = policyDocument({}, { ...PROMISING, kinds: {} } as PackDocument);
const OTHER_STATES = policyDocument({}, { ...PROMISING, kinds: { complaint: { ...PROMISING.kinds!['complaint'], states: ['begun', 'done'], acts: { raise: { from: ['new'], by: 'clerk', to: 'begun', rule: 1 }, close: { by: 'clerk', to: 'done', rule: 1 } } } } } as PackDocument);
const documents = new Map<string, PolicyDocument>([OLD, NEW, NO_KIND, OTHER_STATES].map((document) => [policyHash(document), document]));
const [old, fresh, noKind, otherStates] = [OLD, NEW, NO_KIND, OTHER_STATES].map((document) => policyHash(document)) as [string, string, string, string];

const staff = (id: string, roles: readonly string[]): Matter =>
  evolve(undefined, { type: 'staffMember.hire', kind: 'staffMember', seq: 1, at: local('01T09:00'), by: clerk, policy: old, effects: [], change: { created: { id, tenant: TENANT, service: 'gateway', record: true, openedAt: local('01T09:00'), openedBy: id }, state: 'active', set: { name: id, roles: [...roles] } } });

async function hosted() {
  const stores = memoryStores();
  let drawn = 0;
  for (const member of [staff('c1', ['clerk']), staff('a1', ['operator-admin'])]) await stores.copies.forTenant(TENANT).save(member, 0);
  const host = new MatterHost(
    {
      service: 'intake', matters: stores.matters, copies: stores.copies, log: stores.log, policies: { fetch: async (hash) => documents.get(hash) }, catchUp: { bring: async () => true },
      surroundings: { randomBytes: (count) => createHash('sha256').update(`${(drawn += 1)}`).digest().subarray(0, count), digest: (text) => createHash('sha256').update(text).digest(), nowMs: () => drawn },
      wake: () => undefined, crash: { at: () => undefined }, acted: () => undefined,
    },
    stores.deadLetters,
    { replay: async () => ({ result: 'not-parked' as const }) },
  );
  const raise = async (input: FactMap = {}): Promise<string> => idOf(await host.act({ context: context({ actor: clerk }), kind: 'complaint', act: 'raise', input: { subject: 'a', ...input } }));
  const stored = async (id: string) => (await stores.matters.forTenant(TENANT).load(id))!;
  return { host, raise, stored };
}

const context = (more: Partial<RpcContext> = {}): RpcContext => ({ tenant: TENANT, actor: admin, readers: ['role:operator-admin'], policy: old, now: local('02T09:00'), simulated: true, correlationId: 'x', ...more });
const later = (more: Partial<RpcContext> = {}) => context({ now: local('02T09:10'), ...more });
const idOf = (reply: ActReply): string => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.head.matter.id;
};

describe('re-binding on the matter host', () => {
  it('says what would come of it and stores nothing, then does just that by one commit with the new alarm', async () => {
    const { host, raise, stored } = await hosted();
    const id = await raise();
    const before = await stored(id);
    const preview = await host.rebind({ context: later(), id, to: fresh, preview: true });
    expect(await stored(id)).toEqual(before);
    const done = await host.rebind({ context: later(), id, to: fresh, reason: 'new figure' });
    expect(preview.ok && done.ok && preview.rebinding).toEqual(done.ok && done.rebinding);
    expect(await stored(id)).toMatchObject({ version: before.version + 1, nextAlarmAt: '2026-03-02T01:20:00.001Z', matter: { policy: fresh } });
    const { items } = await host.events({ context: context(), id, after: before.matter.seq });
    expect(items).toMatchObject([{ policy: fresh, data: { type: 'complaint.rebind', by: { id: 'a1' }, data: { reason: 'new figure', from: old, to: fresh } } }]);
  });

  it('is done once under one key, and refused for a stale version', async () => {
    const { host, raise, stored } = await hosted();
    const id = await raise();
    expect(await host.rebind({ context: later(), id, to: fresh, expectedVersion: 9 })).toMatchObject({ ok: false, problem: { kind: 'stale', version: 1 } });
    const request = { context: later({ commandKey: 'k', bodyHash: 'h' }), id, to: fresh };
    await host.rebind(request);
    expect(await host.rebind(request)).toMatchObject({ ok: true, replayed: true });
    expect((await stored(id)).version).toBe(2);
  });

  it.each([
    ['a policy without the kind', noKind, 'rebindUnknownKind'],
    ['a policy without the state', otherStates, 'rebindUnknownState'],
    ['the policy it is under', old, 'rebindSamePolicy'],
  ])('refuses %s', async (_title, to, code) => {
    const { host, raise } = await hosted();
    expect(await host.rebind({ context: later(), id: await raise(), to })).toMatchObject({ ok: false, problem: { kind: 'refused', refusals: [{ code }] } });
  });

  it('refuses a settled matter, waits for an unknown policy, and hides what the caller may not read', async () => {
    const { host, raise } = await hosted();
    const id = await raise();
    expect(await host.rebind({ context: later({ readers: ['role:stranger'] }), id, to: fresh })).toMatchObject({ problem: { kind: 'not-found' } });
    expect(await host.rebind({ context: later({ tenant: 'op-2' }), id, to: fresh })).toMatchObject({ problem: { kind: 'not-found' } });
    expect(await host.rebind({ context: later(), id, to: 'f'.repeat(64) })).toMatchObject({ problem: { kind: 'unavailable', what: 'policy' } });
    await host.act({ context: later({ actor: clerk }), kind: 'complaint', id, act: 'close', input: {} });
    expect(await host.rebind({ context: later(), id, to: fresh })).toMatchObject({ problem: { kind: 'refused', refusals: [{ code: 'rebindFinal' }] } });
  });

  it('explains a promise that ended under the policy it was made by, whatever the matter is bound to since', async () => {
    const { host, raise } = await hosted();
    const id = await raise();
    await host.act({ context: later({ actor: clerk }), kind: 'complaint', id, act: 'take', input: {} });
    await host.rebind({ context: later(), id, to: fresh });
    expect(await host.why({ context: context(), id, fact: 'dueAt:take' })).toMatchObject({ policy: old, why: { values: [{ name: 'soon', is: 'PT30M' }] } });
    expect(await host.why({ context: context(), id, fact: 'dueAt:close' })).toMatchObject({ policy: fresh });
  });
});

describe('surveying what a policy would do', () => {
  it('looks at open matters only, counts every promise, and lists what the caller may read', async () => {
    const { host, raise, stored } = await hosted();
    const [one, two, three] = [await raise(), await raise({ persons: 2 }), await raise()];
    await host.act({ context: later({ actor: clerk }), kind: 'complaint', id: three, act: 'close', input: {} });
    const before = [await stored(one), await stored(two)];
    const survey = await host.surveyRebinding({ context: later(), to: fresh, limit: 10, acts: false });
    expect(survey).toMatchObject({ looked: 2, complete: true, counts: { moved: 2, kept: 2 } });
    expect(survey.matters.find(({ matter }) => matter.id === two)?.rebinding).toMatchObject({ facts: [{ fact: 'class', new: 'serious' }], notOpened: [{ step: 'answer' }] });
    expect(await host.surveyRebinding({ context: later({ readers: ['role:stranger'] }), to: fresh, limit: 10, acts: false })).toMatchObject({ matters: [], looked: 2, counts: { moved: 2 } });
    expect([await stored(one), await stored(two)]).toEqual(before);
  });

  it('says when there are more than it looked at, and which matter could not be bound at all', async () => {
    const { host, raise } = await hosted();
    await raise();
    await raise();
    expect(await host.surveyRebinding({ context: later(), to: fresh, limit: 1, acts: false })).toMatchObject({ looked: 1, complete: false });
    expect((await host.surveyRebinding({ context: later(), to: noKind, limit: 10, acts: true })).matters).toMatchObject([{ refusals: [{ code: 'rebindUnknownKind' }] }, { refusals: [{ code: 'rebindUnknownKind' }] }]);
  });

  it('compares what those concerned may do', async () => {
    const { host, raise } = await hosted();
    await raise();
    const hard = policyDocument({}, { ...PROMISING, kinds: { complaint: { ...PROMISING.kinds!['complaint'], acts: { ...PROMISING.kinds!['complaint']!.acts, take: { from: ['open'], by: 'chief', to: 'taken', rule: 1 } } } } } as PackDocument);
    documents.set(policyHash(hard), hard);
    const { matters } = await host.surveyRebinding({ context: later(), to: policyHash(hard), limit: 10, acts: true });
    expect(matters[0]?.acts).toMatchObject([{ act: 'take', person: 'c1', old: [], new: [{ code: 'notAllowed' }] }]);
  });
});
