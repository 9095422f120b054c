import { at } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { QueryDocument } from '../language/table-document.ts';
import type { FactValue } from '../matter/matter.ts';
import { needsOfAlarm, needsOfEvent } from '../run/needs.ts';
import { SYSTEM } from '../run/session.ts';
import { answerQuery } from './answer-query.ts';

const job = (due: string, more: Partial<KindDocument> = {}): KindDocument => ({
  fields: { at: { type: 'instant', typed: 'planned', optional: ['open'] }, span: { type: 'text', period: true, optional: ['open'] } },
  acts: { ...MOVES, lapse: { by: 'system', to: 'idle' } }, final: ['finished'], resting: ['open', 'idle'],
  steps: { work: { rule: 1, opens: { when: 'open' }, due } }, ...more,
});

const counting = (query: Partial<QueryDocument>): QueryDocument => ({ of: 'job.steps', where: "it.name == 'work'", window: 'day', take: 'count', ...query });

function answered(document: KindDocument, query: QueryDocument, asked: { readonly now: string; readonly matter?: true; readonly at?: string }): FactValue {
  const shop = tinyWorld(document, [{ queries: { q: query } }]);
  openJob(shop);
  shop.alarm('10-10 00:00', 'J1');
  expect(shop.policy.problems).toEqual([]);
  return answerQuery(shop.policy, 'q', [...shop.matters.values()], { facts: shop.facts, ...(asked.matter && { matter: shop.matter('J1') }), ...(asked.at !== undefined && { at: at(asked.at) }) }, at(asked.now));
}

describe('what stands at an exclusive end', () => {
  it('a promise due at the end of a day counts in that day, one due at an instant of the next in the next', () => {
    expect(answered(job('end of day'), counting({}), { now: '10-09 12:00' })).toBe(1);
    expect(answered(job('end of day'), counting({}), { now: '10-10 12:00' })).toBe(0);
    expect(answered(job('PT15H'), counting({}), { now: '10-09 12:00' })).toBe(0);
    expect(answered(job('PT15H'), counting({}), { now: '10-10 12:00' })).toBe(1);
  });

  it.each([
    ['its due, as the row says it', counting({ on: 'has(it.due) ? it.due : it.openedAt' })],
    ['the due of a step of the matter', counting({ of: 'job', where: 'it.final == false', on: 'has(it.steps.work) && has(it.steps.work.due) ? it.steps.work.due : it.openedAt' })],
    ['an act that the engine did at it', counting({ of: 'job', where: 'it.final == false', on: 'has(it.did.lapse) ? it.did.lapse.at : it.openedAt' })],
  ])('a row counts in the day that ended on %s', (_, query) => {
    const lapsing = job('end of day', { effects: [{ when: 'work.missed', do: { act: 'lapse', rule: 1 } }] });
    expect(answered(lapsing, query, { now: '10-09 12:00' })).toBe(1);
    expect(answered(lapsing, query, { now: '10-10 12:00' })).toBe(0);
  });

  it('what somebody does at that very instant counts in the day that begins', () => {
    const shop = tinyWorld(job('end of day'), [{ queries: { q: counting({ of: 'job', where: 'it.final == false', on: 'has(it.did.stop) ? it.did.stop.at : it.openedAt' }) } }]);
    openJob(shop);
    shop.act('10-10 00:00', 'C1', 'J1', 'stop');
    expect(answerQuery(shop.policy, 'q', [shop.matter('J1')], { facts: shop.facts }, at('10-09 12:00'))).toBe(0);
    expect(answerQuery(shop.policy, 'q', [shop.matter('J1')], { facts: shop.facts }, at('10-10 12:00'))).toBe(1);
  });

  it('the window of `at` is the period that ended where it is a due there, or the end of a period', () => {
    const due = counting({ of: 'job', where: 'it.final == false', at: 'has(matter.steps.work) && has(matter.steps.work.due) ? matter.steps.work.due : now' });
    expect(answered(job('end of day'), due, { now: '10-11 12:00', matter: true })).toBe(1);
    expect(answered(job('PT15H'), due, { now: '10-11 12:00', matter: true })).toBe(0);
    const shop = tinyWorld(job('PT1H'), [{ queries: { q: counting({ of: 'job', where: 'it.final == false', at: 'matter.span.end' }) } }]);
    openJob(shop);
    const matter = { ...shop.matter('J1'), facts: { span: { start: at('10-09 00:00'), end: at('10-10 00:00'), label: 'd' } } };
    expect(answerQuery(shop.policy, 'q', [matter], { facts: shop.facts, matter }, at('10-12 12:00'))).toBe(1);
  });

  it('an alarm asks for the period that ended, and so does whoever hears of it', () => {
    const query = counting({ of: 'job', where: 'it.final == false' });
    const shop = tinyWorld(job('end of day', { effects: [{ when: 'work.missed', if: 'facts.q > 0', do: { publish: 'late', rule: 1 } }] }), [{ queries: { q: query } }]);
    openJob(shop);
    const [need] = needsOfAlarm(shop.policy, shop.matter('J1')).queries;
    expect(need).toMatchObject({ name: 'q', at: '2026-10-09T15:59:59.999Z' });
    expect(answerQuery(shop.policy, 'q', [shop.matter('J1')], { facts: shop.facts, at: need!.at! }, at('10-10 00:00'))).toBe(1);
    Object.assign(shop.facts, { queries: { q: 1 } });
    const missed = shop.alarm('10-10 00:00', 'J1').events.find(({ type }) => type === 'job.work.missed')!;
    expect(missed).toMatchObject({ at: at('10-10 00:00'), countsAt: '2026-10-09T15:59:59.999Z', effects: [{ verb: 'tell' }, { verb: 'publish', name: 'late' }] });
    expect(needsOfEvent(shop.policy, shop.matter('J1'), missed).queries.every((each) => each.at === missed.countsAt)).toBe(true);
  });

  it.each([['businessDate', '2026-10-09'], ['event.at', '2026-10-09T15:59:59.999Z'], ['has(matter.steps.work) && has(matter.steps.work.due) ? matter.steps.work.due : event.at', '2026-10-09T15:59:59.999Z'], [undefined, '2026-10-09T15:59:59.999Z']])('an entry dated by %s counts for the day that ended, also of an act that follows', (on, dated) => {
    const posting = (when: string): NonNullable<KindDocument['effects']>[number] => ({ when, do: { post: { ledger: 'points', to: 'actor', amount: '-1', ...(on !== undefined && { on }) }, rule: 1 } });
    const shop = tinyWorld(job('end of day', { effects: [posting('work.missed'), posting('lapse'), { when: 'work.missed', do: { act: 'lapse', rule: 1 } }] }));
    openJob(shop);
    shop.alarm('10-10 00:00', 'J1');
    expect(shop.matter('J1').entries.map((entry) => entry.at)).toEqual([dated, dated]);
  });

  it('what it opens or does elsewhere carries what it counts for; a step it opens counts from the day then beginning', () => {
    const shop = tinyWorld(job('end of day', { steps: { work: { rule: 1, opens: { when: 'open' }, due: 'end of day' }, go: { rule: 2, opens: { when: 'work.missed' }, due: 'P1D' } }, effects: [{ when: 'work.missed', do: { open: 'job', rule: 1 } }] }));
    openJob(shop);
    const [effect] = shop.alarm('10-10 00:00', 'J1').events.flatMap(({ effects }) => effects).filter(({ verb }) => verb === 'open');
    expect(effect).toMatchObject({ countsAt: '2026-10-09T15:59:59.999Z' });
    expect(shop.matter('J1').steps.find(({ name }) => name === 'go')).toMatchObject({ startedAt: at('10-10 00:00'), dueAt: at('10-12 00:00') });
    expect(shop.create('10-10 00:00', 'system', 'job', 'open', {}, { id: 'J2', actor: SYSTEM, countsAt: '2026-10-09T15:59:59.999Z' }).ok).toBe(true);
    expect(shop.matter('J2')).toMatchObject({ openedAt: at('10-10 00:00'), countsAt: '2026-10-09T15:59:59.999Z' });
  });

  it('where the business date closes at 01:00, that is its end: due, window and entry are the evening’s', () => {
    const evening = job('end of businessDate', { effects: [{ when: 'work.missed', do: { post: { ledger: 'points', to: 'actor', amount: '-1', on: 'businessDate' }, rule: 1 } }] });
    const shop = tinyWorld(evening, [{ queries: { q: counting({ window: 'businessDate' }) } }], undefined, {}, '20:00-01:00');
    openJob(shop);
    expect(shop.matter('J1').steps[0]).toMatchObject({ dueAt: at('10-10 01:00'), inclusive: false });
    shop.alarm('10-10 01:00', 'J1');
    expect(shop.matter('J1').entries).toMatchObject([{ at: '2026-10-09' }]);
    const count = (now: string) => answerQuery(shop.policy, 'q', [shop.matter('J1')], { facts: shop.facts }, at(now));
    expect([count('10-10 00:59'), count('10-10 01:00'), count('10-10 21:00')]).toEqual([1, 0, 0]);
  });
});
