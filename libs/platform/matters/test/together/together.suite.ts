import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, expect, it } from '@jest/globals';
import type { ActReply, MatterEvent, RpcContext } from '@huiyin/contracts-kernel';
import { NO_CRASH, RegressionGuard, Relay } from '@huiyin/platform-messaging';
import type { CrashPoint } from '@huiyin/platform-messaging';
import type { StoredMatter, Stores } from '@huiyin/platform-persistence';
import { evolve } from '@huiyin/regulation-engine';
import type { Actor } from '@huiyin/regulation-engine';
import { MatterHost } from '../../src/matter-host.ts';
import { SWAP_POLICY } from './swap-pack.ts';

const NOW = '2026-10-09T04:00:00.000Z';
const clerk: Actor = { id: 'c1', kind: 'staff', name: 'C1', roles: ['clerk'] };

class Stopped extends Error {}

/** Acts that happen together on several matters of one service, over any stores; `make` gives them with nothing of this operator. */
export function togetherSuite(make: () => Promise<Stores> | Stores): void {
  let stores: Stores;
  let tenant: string;
  let stopAt: CrashPoint | undefined;
  let host: MatterHost;
  beforeEach(async () => {
    stores = await make();
    tenant = `op-${randomBytes(4).toString('hex')}`;
    stopAt = undefined;
    host = new MatterHost(
      {
        service: 'intake', matters: stores.matters, copies: stores.copies, log: stores.log,
        policies: { fetch: async (hash) => (hash === 'p1' ? SWAP_POLICY : undefined) },
        catchUp: { bring: async () => true },
        surroundings: { randomBytes: (count) => randomBytes(count), digest: (text) => createHash('sha256').update(text).digest(), nowMs: () => Date.now() },
        wake: () => undefined,
        crash: { at: (point) => { if (point === stopAt) throw new Stopped(); } },
        acted: () => undefined,
      },
      stores.deadLetters,
      { replay: async () => ({ result: 'not-parked' as const }) },
    );
  });

  const context = (more: Partial<RpcContext> = {}): RpcContext => ({ tenant, actor: clerk, readers: ['role:clerk', 'role:operator-admin'], policy: 'p1', now: NOW, simulated: true, correlationId: 'x', ...more });
  const idOf = (reply: ActReply): string => {
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    return reply.head.matter.id;
  };
  const act = (kind: string, name: string, id?: string, input = {}, more: Partial<RpcContext> = {}) => host.act({ context: context(more), kind, act: name, input, ...(id !== undefined && { id }) });
  const booking = async (table: string): Promise<string> => idOf(await act('booking', 'reserve', undefined, { table }));
  const load = async (id: string): Promise<StoredMatter> => {
    const stored = await stores.matters.forTenant(tenant).load(id);
    if (!stored) throw new Error(`${id} is not stored`);
    return stored;
  };
  const tables = async (...ids: string[]): Promise<unknown[]> => Promise.all(ids.map(async (id) => (await load(id)).matter.facts['table']));
  const scene = async () => {
    const [mine, theirs] = [await booking('1'), await booking('2')];
    return { mine, theirs, swap: idOf(await act('swap', 'propose', undefined, { mine, theirs })) };
  };

  it('are stored all, with the number drawn and every matter’s events in order through the relay', async () => {
    const { mine, theirs, swap } = await scene();
    expect(await act('swap', 'agree', swap)).toMatchObject({ ok: true, head: { version: 2, matter: { state: 'done', number: 'T2026-01' } } });
    expect(await tables(mine, theirs)).toEqual(['2', '1']);
    const published: MatterEvent[] = [];
    const broker = { era: () => 1, publish: async (event: MatterEvent) => ({ streamSeq: published.push(event) }), idAt: async () => undefined };
    const { round } = await new RegressionGuard(stores.log, broker, NO_CRASH).run();
    await new Relay({ outbox: stores.outbox, log: stores.log, broker, crash: NO_CRASH, now: () => NOW, batch: 16, lanes: 4 }).pass(round);
    for (const id of [mine, theirs, swap]) {
      const events = published.filter(({ aggregate }) => aggregate === id);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect((await load(id)).pending).toEqual([]);
      expect(events.reduce<ReturnType<typeof evolve> | undefined>((matter, event) => evolve(matter, event.data), undefined)).toEqual((await load(id)).matter);
    }
    expect(published.map(({ data }) => data.type)).toEqual(expect.arrayContaining(['swap.agree', 'booking.move']));
  });

  it('are refused as one, all that stands against any of them told with the act that refuses, and nothing stored', async () => {
    const { mine, theirs, swap } = await scene();
    await act('booking', 'seat', mine);
    await act('booking', 'seat', theirs);
    const before = await Promise.all([mine, theirs, swap].map(load));
    const refused = await act('swap', 'agree', swap);
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'refused', refusals: [{ code: 'wrongState', of: { matter: mine, kind: 'booking', act: 'move' } }, { code: 'wrongState', of: { matter: theirs, act: 'move' } }] } });
    expect(await host.act({ context: context(), kind: 'swap', id: swap, act: 'agree', input: {}, preview: true })).toEqual(refused);
    expect(await Promise.all([mine, theirs, swap].map(load))).toEqual(before);
  });

  it('leave one of two rivals standing, also when they only share a companion; whoever loses too often is told of the conflict', async () => {
    const [one, two, three] = [await booking('1'), await booking('2'), await booking('3')];
    const swaps = await Promise.all([[one, two], [two, three], [three, one]].map(async ([mine, theirs]) => idOf(await act('swap', 'propose', undefined, { mine, theirs }))));
    const replies = await Promise.all(swaps.flatMap((id) => [act('swap', 'agree', id), act('swap', 'agree', id)]));
    const done = replies.filter(({ ok }) => ok).length;
    const lost = replies.filter((reply) => !reply.ok).map((reply) => (reply.ok ? '' : reply.problem.kind === 'refused' ? reply.problem.refusals[0]?.code : reply.problem.kind));
    expect(lost.every((why) => why === 'version-conflict' || why === 'wrongState')).toBe(true);
    expect((await tables(one, two, three)).sort()).toEqual(['1', '2', '3']);
    const moves = await Promise.all([one, two, three].map(async (id) => Number((await load(id)).matter.facts['moves'] ?? 0)));
    expect(moves.reduce((sum, count) => sum + count, 0)).toBe(done * 2);
    const numbers = await Promise.all(swaps.map(async (id) => (await load(id)).matter.number));
    expect(numbers.filter(Boolean).sort()).toEqual(Array.from({ length: done }, (_, index) => `T2026-0${index + 1}`));
  });

  it('answer 409 when a companion changes at every try', async () => {
    const { mine, swap } = await scene();
    const ours = stores.matters.forTenant(tenant);
    const disturbed: typeof ours.storeTogether = async (writes) => {
      const { pending: _, ...held } = await load(mine);
      await ours.commit({ ...held, version: held.version + 1 }, held.version, []);
      return ours.storeTogether(writes);
    };
    const restless = new Proxy(ours, { get: (target, name) => (name === 'storeTogether' ? disturbed : (Reflect.get(target, name) as (...given: unknown[]) => unknown).bind(target)) });
    host = new MatterHost({ ...host.parts, matters: { forTenant: () => restless } }, stores.deadLetters, { replay: async () => ({ result: 'not-parked' as const }) });
    expect(await act('swap', 'agree', swap)).toEqual({ ok: false, problem: { kind: 'version-conflict', version: 1 } });
    expect((await load(swap)).matter.state).toBe('proposed');
  });

  it('are done once under one key', async () => {
    const { mine, swap } = await scene();
    const key = { commandKey: 'k1', bodyHash: 'h' };
    expect(await act('swap', 'agree', swap, {}, key)).toMatchObject({ ok: true });
    expect(await act('swap', 'agree', swap, {}, key)).toMatchObject({ ok: true, replayed: true, head: { version: 2 } });
    expect(await act('swap', 'agree', swap, {}, { ...key, bodyHash: 'other' })).toEqual({ ok: false, problem: { kind: 'key-reused' } });
    expect((await load(mine)).matter.facts['moves']).toBe(1);
  });

  it.each<[CrashPoint, string, unknown[]]>([['together.before-commit', 'proposed', ['1', '2']], ['together.after-commit', 'done', ['2', '1']]])('when the service stops at %s are found all %s, and the same key goes on from there', async (point, state, expected) => {
    const { mine, theirs, swap } = await scene();
    stopAt = point;
    await expect(act('swap', 'agree', swap, {}, { commandKey: 'k', bodyHash: 'h' })).rejects.toThrow(Stopped);
    stopAt = undefined;
    expect([(await load(swap)).matter.state, await tables(mine, theirs)]).toEqual([state, expected]);
    expect(await act('swap', 'agree', swap, {}, { commandKey: 'k', bodyHash: 'h' })).toMatchObject({ ok: true, head: { matter: { state: 'done' } } });
    expect(await tables(mine, theirs)).toEqual(['2', '1']);
  });

  it('happen for an effect too, and once however often its event comes', async () => {
    const { mine, theirs, swap } = await scene();
    const receipt = idOf(await act('receipt', 'write', undefined, { swap }));
    const { pending, matter } = await load(receipt);
    for (const event of [...pending, ...pending]) await host.receive(event, undefined, matter);
    expect([(await load(swap)).matter.state, await tables(mine, theirs), (await load(mine)).matter.facts['moves']]).toEqual(['done', ['2', '1'], 1]);
  });
}
