import { createHash } from 'node:crypto';
import { closeIndicator, compilePolicy, cycleDues, evolve, thresholdsReached } from '@huiyin/regulation-engine';
import type { Actor, CompiledPolicy, Facts, Matter, OwedMatter, PackDocument, Person } from '@huiyin/regulation-engine';
import type { MatterEvent, RpcContext } from '@huiyin/contracts-kernel';
import { memoryStores } from '@huiyin/platform-persistence';
import { composePolicy, listCores, loadCore } from '@huiyin/regulation-packs';
import { MatterHost } from './matter-host.ts';

const NOW = '2026-10-09T04:00:00.000Z';
const TENANT = 'op-1';
const STAFF: readonly Person[] = [
  { id: 'm1', name: 'M1', roles: ['department-manager'] }, { id: 'm2', name: 'M2', roles: ['department-manager'] }, { id: 'g1', name: 'G1', roles: ['general-manager'] }, { id: 't1', name: 'T1', roles: ['technician'] },
];

/** Tickets that are counted, whoever has three of them, and a duty of the month. */
const pack: PackDocument = {
  language: 1, pack: 'x1', title: { 'zh-CN': '例', en: 'Example' }, cites: { 1: { clause: '1' } },
  values: { tickets: { is: 3, word: '以上', rule: 1 }, cost: { is: 5, rule: 1 }, first: { is: 1, rule: 1 } },
  parties: { boss: { is: 'departmentManager', rule: 1 }, technician: { is: 'technician', rule: 1 } },
  queries: { ticketsOfMonth: { of: 'ledger.evidence', per: ['person'], window: 'month', take: 'sum', rule: 1 } },
  indicators: { fewest: { is: 'ticketsOfMonth', rank: { ties: 'share', order: 'up' }, bands: [{ upTo: 'value:first', points: 'value:cost', rule: 1 }], closes: 'month', appeal: 'P5WD', rule: 1 } },
  cycles: { review: { every: 'month', for: 'technician', open: 'review', due: 'end', met: { when: 'review.hand' }, rule: 1 } },
  kinds: {
    review: { in: 'performance-scoring', rule: 1, states: ['due', 'done'], final: ['done'], acts: { open: { from: ['new'], by: 'system', to: 'due', rule: 1 }, hand: { from: ['due'], by: 'matter.subject', to: 'done', rule: 1 } } },
    ticket: {
      in: 'performance-scoring', rule: 1, acts: { give: { from: ['new'], by: 'boss', to: 'given', rule: 1 } }, states: ['given'], final: ['given'],
      effects: [{
        threshold: { query: 'ticketsOfMonth', reaches: 'value:tickets' }, rule: 1,
        do: { open: 'decision', owner: 'boss', text: 'suspension', options: { fined: [{ post: { ledger: 'points', to: 'key.person', amount: '0 - values.cost' } }, { tell: 'key.person', text: 'fined' }], warned: null }, rule: 1 },
      }],
    },
  },
};
const document = composePolicy({ cores: listCores().map((file) => loadCore(file).document), packs: [pack], calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30' } });
const policy: CompiledPolicy = compilePolicy(document, { hash: 'p1' });
const facts: Facts = { directory: { person: (id) => STAFF.find((person) => person.id === id), all: () => STAFF }, matter: () => undefined };

async function counting() {
  const stores = memoryStores();
  let drawn = 0;
  const parts = {
    service: 'performance-scoring' as const, matters: stores.matters, copies: stores.copies, log: stores.log,
    policies: { fetch: async (hash: string) => (hash === 'p1' ? document : undefined) }, catchUp: { bring: async () => true },
    surroundings: { randomBytes: (count: number) => createHash('sha256').update(String((drawn += 1))).digest().subarray(0, count), digest: (text: string) => createHash('sha256').update(text).digest(), nowMs: () => Date.parse(NOW) },
    wake: () => undefined, crash: { at: () => undefined }, acted: () => undefined,
  };
  for (const { id, name, roles } of STAFF) {
    const hired = evolve(undefined, {
      type: 'staffMember.hire', kind: 'staffMember', seq: 1, at: NOW, by: { id: 'g1', kind: 'staff', name: 'G1', roles: [] }, policy: 'p1', effects: [],
      change: { created: { id, tenant: TENANT, service: 'gateway', record: true, openedAt: NOW, openedBy: 'g1' }, state: 'active', set: { name, roles } },
    });
    await stores.copies.forTenant(TENANT).save(hired, 0);
  }
  const host = new MatterHost(parts, stores.deadLetters, { replay: async () => ({ result: 'not-parked' as const }) });
  const context = (id: string, now = NOW): RpcContext => {
    const actor: Actor = { id, kind: 'staff', name: id, roles: STAFF.find((person) => person.id === id)!.roles };
    return { tenant: TENANT, actor, readers: ['staff', 'role:general-manager'], policy: 'p1', now, simulated: true, correlationId: 'x' };
  };
  const events = async (id: string): Promise<readonly MatterEvent[]> => (await host.events({ context: context('g1'), id, after: 0 })).items;
  /** Hears its own events, each twice, as a relay may deliver them. */
  const hear = async (id: string): Promise<void> => {
    const heard = await events(id);
    for (const event of heard) for (const again of [event, event]) await host.receive(again, undefined, heard.filter(({ seq }) => seq <= again.seq).reduce<Matter | undefined>((matter, each) => evolve(matter, each.data), undefined)!);
  };
  const matters = async (kind: string): Promise<readonly Matter[]> => (await stores.matters.forTenant(TENANT).list({ kind }, { sort: 'openedAt', limit: 10 })).items.map(({ matter }) => matter);
  const open = (owed: OwedMatter) => host.openOwed({ tenant: TENANT, policy: 'p1', owed, now: NOW, simulated: true, cause: { causationId: 'e1', correlationId: 'e1' } });
  return { host, context, events, hear, matters, open };
}

const reached = (person: string) => thresholdsReached(policy, { query: 'ticketsOfMonth', before: [{ person, value: 2 }], after: [{ person, value: 3 }] }, facts, NOW);

describe('a host opens what a count has reached', () => {
  it('once; the decision it asks for goes to one not concerned, and its choice posts and tells, once', async () => {
    const { host, context, events, hear, matters, open } = await counting();
    const [threshold] = reached('t1');
    expect([await open(threshold!), await open(threshold!)]).toEqual(['opened', 'there']);
    await hear(threshold!.id);
    const [decision, ...others] = await matters('decision');
    expect(others).toEqual([]);
    expect(decision).toMatchObject({ service: 'performance-scoring', owner: 'm1', facts: { subject: 't1', assignee: 'm1', about: threshold!.id, options: ['fined', 'warned'] } });
    const decide = (by: string, choice: string) => host.act({ context: context(by), kind: 'decision', id: decision!.id, act: 'decide', input: { choice } });
    expect(await decide('m2', 'warned')).toMatchObject({ ok: false, problem: { kind: 'refused', refusals: [{ code: 'notAllowed' }] } });
    expect(await decide('m1', 'fined')).toMatchObject({ ok: true });
    await hear(decision!.id);
    expect((await matters('threshold'))[0]?.entries).toMatchObject([{ ledger: 'points', to: 't1', amount: -5, citation: { rule: 'x1/1' } }]);
    const told = (await events(threshold!.id)).flatMap(({ data }) => data.effects).filter(({ verb }) => verb === 'tell');
    expect(told).toMatchObject([{ to: ['t1'], text: 'fined' }]);
  });

  it('about the only one who would decide: by another of the post, else by whoever decides for the operator', async () => {
    const { host, context, hear, matters, open } = await counting();
    const [threshold] = reached('m1');
    await open(threshold!);
    await hear(threshold!.id);
    const [decision] = await matters('decision');
    expect(decision).toMatchObject({ owner: 'm2', facts: { subject: 'm1', assignee: 'm2' } });
    expect(await host.act({ context: context('m1'), kind: 'decision', id: decision!.id, act: 'decide', input: { choice: 'warned' } })).toMatchObject({ ok: false });
  });

  it('opens what a cycle owes, once, and refuses what belongs to another service', async () => {
    const { matters, open } = await counting();
    const [duty] = cycleDues(policy, NOW, facts, () => false);
    expect([await open(duty!), await open(duty!)]).toEqual(['opened', 'there']);
    expect(await matters('review')).toMatchObject([{ owner: 't1', facts: { subject: 't1', cycle: 'x1/review', met: 0 } }]);
    await expect(open({ ...duty!, id: `${duty!.id.slice(0, -2)}00` })).rejects.toThrow('is owed in performance-scoring');
    await expect(open({ ...duty!, id: duty!.id.replace(/^./, 'f'), act: 'hand' })).rejects.toThrow(/cannot be opened/);
  });
});

describe('a host closes an indicator', () => {
  const counted = (tickets: Readonly<Record<string, number>>) =>
    closeIndicator(policy, 'fewest', NOW, { ...facts, directory: facts.directory, matter: facts.matter, queries: { ticketsOfMonth: Object.entries(tickets).map(([person, value]) => ({ person, value })) } })!;

  it('once, with what it gives; whoever is scored may appeal up to the last instant, and another decides', async () => {
    const { host, context, hear, matters, open } = await counting();
    const closed = counted({ m1: 1, t1: 2 });
    expect([await open(closed), await open(closed)]).toEqual(['opened', 'there']);
    const [result] = await matters('indicatorResult');
    expect(result).toMatchObject({ facts: { scores: [{ subject: 'm1', rank: 1, points: 5 }, { subject: 't1', rank: 2 }] }, entries: [{ ledger: 'points', to: 'm1', amount: 5, citation: { rule: 'x1/1' } }] });
    const until = Date.parse(closed.appealUntil!);
    const appeal = (by: string, at: number) => host.act({ context: context(by, new Date(at).toISOString()), kind: 'indicatorResult', id: closed.id, act: 'appeal', input: { reason: 'one ticket is not mine' } });
    expect(await appeal('g1', until)).toMatchObject({ ok: false, problem: { refusals: [{ code: 'notYourScore' }] } });
    expect(await appeal('m1', until)).toMatchObject({ ok: true });
    expect(await appeal('t1', until + 1)).toMatchObject({ ok: false, problem: { refusals: [{ code: 'appealOver' }] } });
    await hear(closed.id);
    expect(await matters('decision')).toMatchObject([{ owner: 'g1', facts: { subject: 'm1', about: closed.id } }]);
  });

  it('and corrects it: the difference alone is posted', async () => {
    const { host, context, matters, open } = await counting();
    await open(counted({ m1: 1, t1: 2 }));
    const again = counted({ m1: 1, t1: 0 });
    expect(await host.act({ context: context('m2'), kind: 'indicatorResult', id: again.id, act: again.correction.act, input: again.correction.input })).toMatchObject({ ok: true });
    expect((await matters('indicatorResult'))[0]!.entries.map(({ to, amount }) => [to, amount])).toEqual([['m1', 5], ['m1', -5], ['t1', 5]]);
  });
});
