import { createHash, randomBytes } from 'node:crypto';
import type { ActReply, MatterEvent, RpcContext, ServiceName } from '@huiyin/contracts-kernel';
import { memoryStores } from '@huiyin/platform-persistence';
import { evolve } from '@huiyin/regulation-engine';
import type { Actor, KindDocument, PolicyDocument } from '@huiyin/regulation-engine';
import { MatterHost } from '../../src/matter-host.ts';

const NOW = '2026-10-09T04:00:00.000Z';
const TENANT = 'op-1';
const rule = 1;
const clerk: Actor = { id: 'c1', kind: 'staff', name: 'C1', roles: ['clerk'] };

const kinds: Readonly<Record<string, KindDocument>> = {
  job: {
    in: 'dispatch', states: ['open', 'done'], final: ['done'],
    fields: { code: { type: 'text', optional: ['begin'], max: 20, rule } },
    acts: { begin: { from: ['new'], by: 'clerk', to: 'open', rule }, note: { from: ['open'], by: 'clerk', rule }, end: { from: ['open'], by: 'clerk', to: 'done', rule } },
    effects: [{ when: 'job.begin', do: { open: 'card', set: { code: 'matter.code' }, rule }, rule }],
    owner: [{ is: 'clerk', rule }],
  },
  /** Its pack says what follows where the card is refused. */
  badge: {
    in: 'dispatch', states: ['given', 'doubted'], final: ['doubted'],
    fields: { code: { type: 'text', required: ['give'], max: 20, rule } },
    acts: { give: { from: ['new'], by: 'clerk', to: 'given', rule }, doubt: { from: ['given'], by: 'system', to: 'doubted', rule } },
    effects: [{ when: 'badge.give', do: { open: 'card', set: { code: 'matter.code' }, refused: { act: 'doubt', on: 'self', rule }, rule }, rule }],
    owner: [{ is: 'clerk', rule }],
  },
  /** Opened by the effect; needs a code that no other card holds. */
  card: {
    in: 'intake', states: ['kept'], final: ['kept'],
    unique: [{ key: ['code'], while: ['kept'], refuse: 'codeTaken', rule }],
    fields: { code: { type: 'text', required: ['keep'], max: 20, rule }, job: { type: 'ref', to: 'job', optional: ['keep'], rule } },
    acts: { keep: { from: ['new'], by: 'system', to: 'kept', rule } },
  },
  /** Its own acts set each other off without end once the job is noted. */
  bell: {
    in: 'intake', states: ['ringing'],
    fields: { job: { type: 'ref', to: 'job', required: ['hang'], rule } },
    acts: { hang: { from: ['new'], by: 'clerk', to: 'ringing', rule }, ping: { by: 'system', rule }, pong: { by: 'system', rule } },
    effects: [{ when: 'job.note', do: { act: 'ping', rule }, rule }, { when: 'bell.ping', do: { act: 'pong', rule }, rule }, { when: 'bell.pong', do: { act: 'ping', rule }, rule }],
    owner: [{ is: 'clerk', rule }],
  },
  task: {
    in: 'everywhere', states: ['open', 'done'], final: ['done'],
    fields: { what: { type: 'text', required: ['open'], max: 500, rule }, about: { type: 'ref', to: 'any', optional: ['open'], rule }, rule: { type: 'text', optional: ['open'], rule }, assignee: { type: 'person', required: ['open'], rule } },
    acts: { open: { from: ['new'], by: 'system', to: 'open', rule }, do: { from: ['open'], by: 'matter.assignee', to: 'done', rule } },
    owner: [{ is: 'matter.assignee', rule }],
  },
};
const policy: PolicyDocument = {
  language: 1, operator: { zone: 'Asia/Shanghai' }, overrides: {}, calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30' },
  packs: [{ language: 1, pack: 'core-cards', title: { 'zh-CN': '卡', en: 'Cards' }, cites: { 1: { clause: '1' } }, values: { fallback: { is: 'P1D', open: true, rule } }, parties: { clerk: { is: 'clerk', rule } }, kinds }],
};
const CLERK_FILE = evolve(undefined, {
  type: 'staffMember.hire', kind: 'staffMember', seq: 1, at: NOW, by: clerk, policy: 'p1', effects: [],
  change: { created: { id: 'c1', tenant: TENANT, service: 'gateway', record: true, openedAt: NOW, openedBy: 'c1' }, state: 'employed', set: { name: 'C1', roles: ['clerk'] } },
});

function hosted(service: ServiceName) {
  const stores = memoryStores();
  void stores.copies.forTenant(TENANT).save(CLERK_FILE, 0);
  const host = new MatterHost(
    {
      service, matters: stores.matters, copies: stores.copies, log: stores.log, policies: { fetch: async () => policy }, catchUp: { bring: async () => true },
      surroundings: { randomBytes: (count) => randomBytes(count), digest: (text) => createHash('sha256').update(text).digest(), nowMs: () => Date.parse(NOW) },
      wake: () => undefined, crash: { at: () => undefined }, acted: () => undefined,
    },
    stores.deadLetters,
    { replay: async () => ({ result: 'not-parked' as const }) },
  );
  const all = async (kind: string) => (await stores.matters.forTenant(TENANT).list({ kind }, { sort: 'openedAt', limit: 50 })).items;
  const heard = new Map<string, number>();
  /** What was stored of one service, delivered to this one, twice. */
  const hear = async (from: { readonly stores: typeof stores }): Promise<void> => {
    for (const stored of (await from.stores.matters.forTenant(TENANT).list({}, { sort: 'openedAt', limit: 500 })).items) {
      const events: readonly MatterEvent[] = stored.pending;
      for (const event of events.filter(({ seq }) => seq > (heard.get(stored.id) ?? 0))) {
        const after = events.filter(({ seq }) => seq <= event.seq).reduce<ReturnType<typeof evolve> | undefined>((matter, { data }) => evolve(matter, data), undefined);
        await host.receive(event, undefined, after!);
        await host.receive(event, undefined, after!);
        const copies = stores.copies.forTenant(TENANT);
        if (service !== event.service) await copies.save(after!, (await copies.load(stored.id))?.seq ?? 0);
        heard.set(stored.id, event.seq);
      }
    }
  };
  return { host, stores, all, hear };
}

const context: RpcContext = { tenant: TENANT, actor: clerk, readers: ['role:clerk', 'role:operator-admin'], policy: 'p1', now: NOW, simulated: true, correlationId: 'x' };
const idOf = (reply: ActReply): string => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.head.matter.id;
};

describe('an effect that is refused where it is aimed at', () => {
  const world = () => {
    const [dispatch, intake] = [hosted('dispatch'), hosted('intake')];
    const begin = async (code?: string) => idOf(await dispatch.host.act({ context, kind: 'job', act: 'begin', input: code === undefined ? {} : { code } }));
    const settle = async (): Promise<void> => {
      for (let round = 0; round < 3; round += 1) for (const [one, other] of [[intake, dispatch], [dispatch, intake], [dispatch, dispatch], [intake, intake]] as const) await one.hear(other);
    };
    const tasks = async () => (await dispatch.all('task')).map(({ matter }) => [matter.owner, matter.facts['about'], matter.facts['what']]);
    return { dispatch, intake, begin, settle, tasks };
  };

  it('opens nothing, stands as refused once, and gives the owner of its source one task', async () => {
    const { intake, begin, settle, tasks } = world();
    const job = await begin();
    await settle();
    expect((await intake.all('card')).map(({ matter }) => [matter.state, matter.final, matter.number])).toEqual([['refused', true, undefined]]);
    expect(await tasks()).toEqual([['c1', job, expect.stringContaining('required')]]);
  });

  it('is refused the same way where another matter holds the key it would take', async () => {
    const { intake, begin, settle, tasks } = world();
    await begin('A');
    await settle();
    const second = await begin('A');
    await settle();
    expect((await intake.all('card')).map(({ matter }) => matter.state).sort()).toEqual(['kept', 'refused']);
    expect(await tasks()).toEqual([['c1', second, expect.stringContaining('codeTaken')]]);
  });

  it('has what its pack says then as its consequence, and no task beside it', async () => {
    const { dispatch, settle, tasks } = world();
    const give = async () => idOf(await dispatch.host.act({ context, kind: 'badge', act: 'give', input: { code: 'A' } }));
    await give();
    await settle();
    await give();
    await settle();
    expect((await dispatch.all('badge')).map(({ matter }) => matter.state).sort()).toEqual(['doubted', 'given']);
    expect(await tasks()).toEqual([]);
  });

  it('tells a fault that the policy causes, while the events after it go on', async () => {
    const { dispatch, intake, begin, settle, tasks } = world();
    const job = await begin('A');
    await settle();
    const bell = idOf(await intake.host.act({ context, kind: 'bell', act: 'hang', input: { job } }));
    await dispatch.host.act({ context, kind: 'job', id: job, act: 'note', input: {} });
    await dispatch.host.act({ context, kind: 'job', id: job, act: 'end', input: {} });
    await settle();
    const { sources, matter } = (await intake.all('bell'))[0]!;
    expect([matter.id, matter.state, sources[job]]).toEqual([bell, 'ringing', expect.any(Number)]);
    expect(await tasks()).toEqual([['c1', job, expect.stringContaining('evaluation')]]);
  });

  it('is poison where the fault is ours, so that its aggregate is parked and seen', async () => {
    const { dispatch, intake, begin } = world();
    await begin('A');
    const [stored] = await dispatch.all('job');
    const broken = new MatterHost({ ...intake.host.parts, surroundings: { ...intake.host.parts.surroundings, nowMs: () => { throw new TypeError('a fault of ours'); } } }, intake.stores.deadLetters, { replay: async () => ({ result: 'not-parked' as const }) });
    await expect(broken.receive(stored!.pending[0]!, undefined, stored!.matter)).rejects.toThrow(TypeError);
  });
});
