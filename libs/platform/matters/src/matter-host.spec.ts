import { createHash } from 'node:crypto';
import { evolve } from '@huiyin/regulation-engine';
import type { Actor, PackDocument, PolicyDocument } from '@huiyin/regulation-engine';
import { isTransient } from '@huiyin/platform-messaging';
import { memoryStores } from '@huiyin/platform-persistence';
import type { ActReply, MatterEvent, RpcContext } from '@huiyin/contracts-kernel';
import { MatterHost } from './matter-host.ts';

const NOW = '2026-10-09T04:00:00.000Z';
const TENANT = 'op-1';

/** A pack of two kinds in two services: enough for numbers, keys, effects across services and alarms. */
const pack: PackDocument = {
  language: 1,
  pack: 'core-toy',
  title: { 'zh-CN': '玩具', en: 'Toy' },
  cites: { 1: { clause: '1' } },
  values: { fallback: { is: 'P1D', open: true, rule: 1 }, soon: { is: 'PT30M', open: true, rule: 1 } },
  parties: { clerk: { is: 'clerk', rule: 1 } },
  kinds: {
    ask: {
      in: 'intake',
      states: ['open', 'done'],
      final: ['done'],
      number: { format: 'A{yyyy}-{seq:3}', at: ['raise'], rule: 1 },
      unique: [{ key: ['subject'], while: ['open'], refuse: 'subjectTaken', rule: 1 }],
      fields: { subject: { type: 'text', required: ['raise'], max: 100, rule: 1 } },
      acts: {
        raise: { from: ['new'], by: 'clerk', to: 'open', rule: 1 },
        finish: { from: ['open'], by: ['clerk', 'system'], to: 'done', rule: 1 },
      },
      steps: { finish: { rule: 1, opens: { when: 'ask.raise' }, due: 'value:soon' } },
      owner: [{ is: 'clerk', rule: 1 }],
    },
    task: {
      in: 'everywhere',
      states: ['open', 'done'],
      final: ['done'],
      fields: {
        what: { type: 'text', required: ['open'], max: 500, rule: 1 },
        about: { type: 'ref', to: 'any', optional: ['open'], rule: 1 },
        rule: { type: 'text', optional: ['open'], rule: 1 },
        assignee: { type: 'person', required: ['open'], rule: 1 },
      },
      acts: { open: { from: ['new'], by: 'system', to: 'open', rule: 1 }, do: { from: ['open'], by: 'matter.assignee', to: 'done', rule: 1 } },
      owner: [{ is: 'matter.assignee', rule: 1 }],
    },
    job: {
      in: 'dispatch',
      states: ['open', 'done'],
      final: ['done'],
      fields: { ask: { type: 'ref', to: 'ask', required: ['begin'], rule: 1 } },
      acts: {
        begin: { from: ['new'], by: 'clerk', to: 'open', rule: 1 },
        end: { from: ['open'], by: 'clerk', to: 'done', rule: 1 },
      },
      effects: [{ when: 'job.end', do: { act: 'finish', on: 'ask', rule: 1 }, rule: 1 }],
      owner: [{ is: 'clerk', rule: 1 }],
    },
  },
} as unknown as PackDocument;

const policy: PolicyDocument = { language: 1, operator: { zone: 'Asia/Shanghai' }, packs: [pack], overrides: {}, calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30' } };
const clerk: Actor = { id: 'c1', kind: 'staff', name: 'C1', roles: ['clerk'] };

const CLERK_FILE = evolve(undefined, {
  type: 'staffMember.hire', kind: 'staffMember', seq: 1, at: NOW, by: clerk, policy: 'p1', effects: [],
  change: { created: { id: 'c1', tenant: TENANT, service: 'gateway', record: true, openedAt: NOW, openedBy: 'c1' }, state: 'employed', set: { name: 'C1', roles: ['clerk'] } },
});

function world() {
  const host = (service: 'intake' | 'dispatch') => {
    const stores = memoryStores();
    let drawn = 0;
    const parts = {
      service,
      matters: stores.matters,
      copies: stores.copies,
      log: stores.log,
      policies: { fetch: async (hash: string) => (hash === 'p1' ? policy : undefined) },
      catchUp: { bring: async () => true },
      surroundings: {
        randomBytes: (count: number) => createHash('sha256').update(`${service}${(drawn += 1)}`).digest().subarray(0, count),
        digest: (text: string) => createHash('sha256').update(text).digest(),
        nowMs: () => Date.parse(NOW) + drawn,
      },
      wake: () => undefined,
      crash: { at: () => undefined },
      acted: () => undefined,
    };
    return { stores, host: new MatterHost(parts, stores.deadLetters, { replay: async () => ({ result: 'not-parked' as const }) }) };
  };
  const sides = { intake: host('intake'), dispatch: host('dispatch') };
  for (const side of Object.values(sides)) void side.stores.copies.forTenant(TENANT).save(CLERK_FILE, 0);
  return sides;
}

const context = (more: Partial<RpcContext> = {}): RpcContext => ({ tenant: TENANT, actor: clerk, readers: ['role:clerk', 'staff', 'role:operator-admin'], policy: 'p1', now: NOW, simulated: true, correlationId: 'x', ...more });
const idOf = (reply: ActReply): string => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.head.matter.id;
};
const raise = (host: MatterHost, subject: string, more: Partial<RpcContext> = {}) => host.act({ context: context(more), kind: 'ask', act: 'raise', input: { subject } });

describe('MatterHost', () => {
  it('stores a matter with number, owner, next step, alarm and its events in one document', async () => {
    const { intake } = world();
    const reply = await raise(intake.host, 'a');
    expect(reply).toMatchObject({ ok: true, head: { version: 1, matter: { number: 'A2026-001', state: 'open' }, next: { dueAt: '2026-10-09T04:30:00.000Z' } } });
    const stored = await intake.stores.matters.forTenant(TENANT).load(idOf(reply));
    expect(stored?.nextAlarmAt).toBe('2026-10-09T04:30:00.001Z');
    expect(stored?.pending.map((event) => event.seq)).toEqual(stored?.pending.map((_, index) => index + 1));
  });

  it('draws numbers without gaps when a command is refused or loses a race', async () => {
    const { intake } = world();
    await Promise.all(['a', 'b', 'c'].map((subject) => raise(intake.host, subject)));
    expect(await raise(intake.host, '')).toMatchObject({ ok: false });
    expect(await raise(intake.host, 'a')).toMatchObject({ ok: false, problem: { kind: 'refused', refusals: [{ code: 'subjectTaken', citation: { rule: 'core/1' } }] } });
    const last = await raise(intake.host, 'd');
    expect(last).toMatchObject({ head: { matter: { number: 'A2026-004' } } });
  });

  it('answers a repeated key with what was done, and refuses it with another body', async () => {
    const { intake } = world();
    const first = await raise(intake.host, 'a', { commandKey: 'k1', bodyHash: 'h' });
    const again = await raise(intake.host, 'a', { commandKey: 'k1', bodyHash: 'h' });
    expect(again).toMatchObject({ ok: true, replayed: true, head: { matter: { id: idOf(first) } } });
    expect(await raise(intake.host, 'b', { commandKey: 'k1', bodyHash: 'other' })).toEqual({ ok: false, problem: { kind: 'key-reused' } });
  });

  it('refuses a stale version and hides matters of other operators and readers', async () => {
    const { intake } = world();
    const id = idOf(await raise(intake.host, 'a'));
    const finish = { context: context(), kind: 'ask', id, act: 'finish', input: {} };
    expect(await intake.host.act({ ...finish, expectedVersion: 7 })).toEqual({ ok: false, problem: { kind: 'stale', version: 1 } });
    expect(await intake.host.get({ context: context({ tenant: 'op-2' }), id })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    expect(await intake.host.get({ context: context({ readers: ['role:stranger'] }), id })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
  });

  it('goes on holding its keys when an act is refused and what ran out before it is stored', async () => {
    const { intake } = world();
    const id = idOf(await raise(intake.host, 'a'));
    const later = { now: '2026-10-09T06:00:00.000Z', actor: { ...clerk, id: 'x1', roles: ['stranger'] } };
    expect(await intake.host.act({ context: context(later), kind: 'ask', id, act: 'finish', input: {} })).toMatchObject({ ok: false, problem: { kind: 'refused' } });
    expect((await intake.stores.matters.forTenant(TENANT).load(id))?.version).toBe(2);
    expect(await raise(intake.host, 'a')).toMatchObject({ ok: false, problem: { kind: 'refused', refusals: [{ code: 'subjectTaken' }] } });
  });

  it('waits for a policy it does not know instead of refusing', async () => {
    const { intake } = world();
    expect(await raise(intake.host, 'a', { policy: 'unknown' })).toMatchObject({ ok: false, problem: { kind: 'unavailable', what: 'policy' } });
  });

  it('asks for another try of an event whose policy it does not know, so that it is never parked', async () => {
    const { intake, dispatch } = world();
    const ask = idOf(await raise(intake.host, 'a'));
    for (const event of (await intake.host.events({ context: context(), id: ask, after: 0 })).items) await copyTo(dispatch, event);
    const job = idOf(await dispatch.host.act({ context: context(), kind: 'job', act: 'begin', input: { ask } }));
    await dispatch.host.act({ context: context(), kind: 'job', id: job, act: 'end', input: {} });
    const events = (await dispatch.host.events({ context: context(), id: job, after: 0 })).items;
    const stranger = new MatterHost({ ...intake.host.parts, policies: { fetch: async () => undefined } }, intake.stores.deadLetters, { replay: async () => ({ result: 'not-parked' as const }) });
    const delivered = events.map((event) => stranger.receive(event, undefined, stateAt(events, event.seq)).then(() => true, (fault: unknown) => isTransient(fault)));
    expect(await Promise.all(delivered)).toEqual(events.map(() => true));
    await expect(Promise.all(events.map((event) => stranger.receive(event, undefined, stateAt(events, event.seq))))).rejects.toThrow(/not known here yet/);
  });

  it('misses a step at its due instant when its alarm fires, once', async () => {
    const { intake } = world();
    const id = idOf(await raise(intake.host, 'a'));
    expect(await intake.host.earliestAlarm({ tenant: TENANT, until: '2026-10-10T00:00:00.000Z' })).toEqual({ earliest: '2026-10-09T04:30:00.001Z' });
    expect(await intake.host.fireDue({ tenant: TENANT, now: '2026-10-09T04:30:00.001Z' })).toEqual({ fired: 1 });
    expect(await intake.host.fireDue({ tenant: TENANT, now: '2026-10-09T04:30:00.001Z' })).toEqual({ fired: 0 });
    const { items } = await intake.host.events({ context: context(), id, after: 0 });
    expect(items.filter((event) => event.data.type === 'ask.finish.missed').map((event) => event.now)).toEqual(['2026-10-09T04:30:00.000Z']);
  });

  it('previews an act and stores nothing', async () => {
    const { intake } = world();
    const id = idOf(await raise(intake.host, 'a'));
    expect(await intake.host.act({ context: context(), kind: 'ask', id, act: 'finish', input: {}, preview: true })).toMatchObject({ ok: true, head: { matter: { state: 'done' } } });
    expect(await intake.host.get({ context: context(), id })).toMatchObject({ head: { matter: { state: 'open' } } });
  });

  it('applies an effect of another service once, however often its event is delivered', async () => {
    const { intake, dispatch } = world();
    const ask = idOf(await raise(intake.host, 'a'));
    for (const event of (await intake.host.events({ context: context(), id: ask, after: 0 })).items) await copyTo(dispatch, event);
    const job = idOf(await dispatch.host.act({ context: context(), kind: 'job', act: 'begin', input: { ask } }));
    await dispatch.host.act({ context: context(), kind: 'job', id: job, act: 'end', input: {} });
    const events = (await dispatch.host.events({ context: context(), id: job, after: 0 })).items;
    for (const event of [...events, ...events]) await intake.host.receive(event, undefined, stateAt(events, event.seq));
    const finished = (await intake.host.events({ context: context(), id: ask, after: 0 })).items.filter((event) => event.data.type === 'ask.finish');
    expect(finished).toHaveLength(1);
    expect(await intake.host.get({ context: context(), id: ask })).toMatchObject({ head: { matter: { state: 'done', did: { finish: { by: 'system' } } } } });
  });

  it('records a refused effect with the failing rules on its target, and gives the owner of its source one task', async () => {
    const { intake, dispatch } = world();
    const ask = idOf(await raise(intake.host, 'a'));
    for (const event of (await intake.host.events({ context: context(), id: ask, after: 0 })).items) await copyTo(dispatch, event);
    const job = idOf(await dispatch.host.act({ context: context(), kind: 'job', act: 'begin', input: { ask } }));
    await intake.host.act({ context: context(), kind: 'ask', id: ask, act: 'finish', input: {} });
    await dispatch.host.act({ context: context(), kind: 'job', id: job, act: 'end', input: {} });
    const events = (await dispatch.host.events({ context: context(), id: job, after: 0 })).items;
    for (const event of events) await intake.host.receive(event, undefined, stateAt(events, event.seq));
    const refused = (await intake.host.events({ context: context(), id: ask, after: 0 })).items.filter((event) => event.data.type === 'ask.effect.refused');
    expect(refused).toHaveLength(1);
    const source = await dispatch.host.get({ context: context(), id: job });
    if (!source.ok) throw new Error('the source is gone');
    for (const event of [...refused, ...refused]) await dispatch.host.receive(event, undefined, stateAt((await intake.host.events({ context: context(), id: ask, after: 0 })).items, event.seq));
    const tasks = (await dispatch.stores.matters.forTenant(TENANT).list({ kind: 'task' }, { sort: 'openedAt', limit: 10 })).items;
    expect(tasks.map(({ matter }) => [matter.state, matter.owner, matter.facts['about']])).toEqual([['open', 'c1', job]]);
    expect(tasks[0]?.matter.facts['what']).toContain('wrongState');
  });
});

const stateAt = (events: readonly MatterEvent[], seq: number) => {
  const folded = events.filter((event) => event.seq <= seq).reduce<ReturnType<typeof evolve> | undefined>((matter, event) => evolve(matter, event.data), undefined);
  if (!folded) throw new Error('there is no event');
  return folded;
};

async function copyTo(side: ReturnType<typeof world>['intake'], event: MatterEvent): Promise<void> {
  const copies = side.stores.copies.forTenant(event.tenant);
  const before = await copies.load(event.aggregate);
  await copies.save(evolve(before, event.data), before?.seq ?? 0);
}
