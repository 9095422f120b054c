import { at } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { EffectDocument } from '../language/step-document.ts';
import { refresh } from '../run/refresh.ts';

const charge = "matter.state == 'posted' ? matter.tariff : 0";
const world = (post: NonNullable<Extract<EffectDocument['do'], { post?: unknown }>['post']>, more: Partial<EffectDocument> = {}, queries = {}) => {
  const shop = tinyWorld({
    fields: { tariff: { type: 'int', optional: ['open', 'work'] }, persons: { type: 'list', of: 'person', optional: ['open', 'work'] }, who: { type: 'person', optional: ['open', 'work'] } },
    acts: { ...MOVES, confirm: { by: 'anyone', to: 'posted' }, takeBack: { by: 'anyone', to: 'takenBack' } }, resting: ['open', 'posted', 'takenBack'],
  }, [{ queries, kinds: { job: { effects: [{ when: 'open', ...more, do: { post, rule: 9 } }] } } }]);
  expect(shop.policy.problems).toEqual([]);
  return shop;
};
const entries = (shop: ReturnType<typeof world>) => shop.matter('J1').entries.map(({ to, amount, at: date }) => [to, amount, date]);

describe('a posted item', () => {
  it('follows its facts: nothing while there is nothing, the difference when they change, back when they go', () => {
    const shop = world({ ledger: 'points', to: 'who', amount: `-(${charge})`, on: 'businessDate' });
    openJob(shop, { tariff: 20, who: 'T1' });
    expect(entries(shop)).toEqual([]);
    shop.act('10-10 09:00', 'C1', 'J1', 'confirm');
    shop.act('10-11 09:00', 'C1', 'J1', 'work', { tariff: 30 });
    shop.act('10-12 09:00', 'C1', 'J1', 'takeBack');
    expect(entries(shop)).toEqual([['T1', -20, '2026-10-09'], ['T1', -10, '2026-10-09'], ['T1', 30, '2026-10-09']]);
    expect(new Set(shop.matter('J1').entries.map(({ id }) => id)).size).toBe(3);
  });

  it('takes back from one and gives to another where the person changes', () => {
    const shop = world({ ledger: 'points', to: 'who', amount: 'matter.tariff', on: 'businessDate' });
    openJob(shop, { tariff: 5, who: 'T1' });
    shop.act('10-10 09:00', 'C1', 'J1', 'work', { who: 'TL1' });
    expect(entries(shop)).toEqual([['T1', 5, '2026-10-09'], ['T1', -5, '2026-10-09'], ['TL1', 5, '2026-10-09']]);
  });

  it('remembers whose promise it was about, however much later its facts change', () => {
    const shop = tinyWorld({
      fields: { tariff: { type: 'int', optional: ['open', 'work'] } }, acts: MOVES, final: ['finished'], resting: ['open'],
      steps: { finish: { rule: 1, opens: { when: 'open' }, who: "'T1'", due: 'PT1H' } },
      effects: [{ when: 'job.*.missed', do: { post: { ledger: 'points', to: 'event.who', amount: 'matter.tariff' }, rule: 9 } }],
    });
    openJob(shop, { tariff: 5 });
    shop.alarm('10-09 10:01', 'J1');
    shop.act('10-10 09:00', 'C1', 'J1', 'work', { tariff: 6 });
    expect(shop.matter('J1').entries.map(({ to, amount }) => [to, amount])).toEqual([['T1', 5], ['T1', 1]]);
  });

  it('follows line by line, and reverses a line that is gone', () => {
    const shop = world({ ledger: 'points', to: 'line', amount: 'matter.tariff', on: 'businessDate' }, { each: 'matter.persons' });
    openJob(shop, { tariff: 5, persons: ['T1', 'TL1'] });
    shop.act('10-10 09:00', 'C1', 'J1', 'work', { persons: ['TL1'], tariff: 6 });
    expect(entries(shop)).toEqual([['T1', 5, '2026-10-09'], ['TL1', 5, '2026-10-09'], ['T1', -5, '2026-10-09'], ['TL1', 1, '2026-10-09']]);
  });

  it('is corrected in the open period once its own is closed, saying which', () => {
    const shop = world({ ledger: 'points', to: 'who', amount: 'matter.tariff', on: 'businessDate' });
    openJob(shop, { tariff: 5, who: 'T1' });
    Object.assign(shop.facts, { closedUntil: () => at('11-01 00:00') });
    shop.act('11-03 09:00', 'C1', 'J1', 'work', { tariff: 8 });
    expect(shop.matter('J1').entries[1]).toMatchObject({ amount: 3, at: '2026-11-03', corrects: '2026-10-09' });
  });

  it('is dated by the business date, in which an evening goes on after midnight: what corrects it, and what is closed', () => {
    const shop = (on: string) => {
      const made = tinyWorld({ fields: { tariff: { type: 'int', optional: ['open', 'work'] } }, acts: MOVES, resting: ['open'], effects: [{ when: 'open', do: { post: { ledger: 'points', to: "'T1'", amount: 'matter.tariff', on }, rule: 9 } }] }, [], undefined, {}, '20:00-01:00');
      expect(made.create('10-01 00:30', 'C1', 'job', 'open', { tariff: 5 }, { id: 'J1' }).ok).toBe(true);
      Object.assign(made.facts, { closedUntil: () => at('10-01 01:00') });
      made.act('12-01 00:30', 'C1', 'J1', 'work', { tariff: 8 });
      return made.matter('J1').entries.map(({ at: date, corrects }) => [date, corrects]);
    };
    expect(shop('businessDate')).toEqual([['2026-09-30', undefined], ['2026-11-30', '2026-09-30']]);
    expect(shop('event.at')).toEqual([[at('10-01 00:30'), undefined], [at('12-01 00:30'), at('10-01 00:30')]]);
  });

  it('keeps its own date while its business date is open', () => {
    const made = tinyWorld({ fields: { tariff: { type: 'int', optional: ['open', 'work'] } }, acts: MOVES, resting: ['open'], effects: [{ when: 'open', do: { post: { ledger: 'points', to: "'T1'", amount: 'matter.tariff', on: 'businessDate' }, rule: 9 } }] }, [], undefined, {}, '20:00-01:00');
    made.create('11-01 01:00', 'C1', 'job', 'open', { tariff: 5 }, { id: 'J1' });
    Object.assign(made.facts, { closedUntil: () => at('11-01 01:00') });
    made.act('12-01 00:30', 'C1', 'J1', 'work', { tariff: 8 });
    expect(made.matter('J1').entries.at(-1)).toMatchObject({ amount: 3, at: '2026-11-01' });
  });

  it('follows a query when looked at again, and leaves no event where nothing changed', () => {
    const shop = world({ ledger: 'evidence', to: 'who', amount: '-facts.results', on: 'businessDate' }, {}, { results: { of: 'ledger.evidence', take: 'sum' } });
    Object.assign(shop.facts, { queries: { results: 100 } });
    openJob(shop, { who: 'T1' });
    expect(refresh(shop.policy, shop.matter('J1'), shop.facts, at('10-09 23:00')).events).toEqual([]);
    const later = refresh(shop.policy, shop.matter('J1'), { ...shop.facts, directory: shop.facts.directory, matter: shop.facts.matter, queries: { results: 150 } }, at('10-10 00:50'));
    expect(later.events).toMatchObject([{ type: 'job.refreshed', change: { entries: [{ amount: -50, at: '2026-10-09' }] } }]);
  });

  it('stays as it is where it cannot be computed any more; one task names it', () => {
    const shop = world({ ledger: 'evidence', to: 'who', amount: 'facts.results', on: 'businessDate' }, {}, { results: { of: 'ledger.evidence', take: 'sum' } });
    Object.assign(shop.facts, { queries: { results: 1 } });
    openJob(shop, { who: 'T1' });
    Object.assign(shop.facts, { queries: {} });
    for (const when of ['10-10 09:00', '10-10 10:00']) shop.act(when, 'C1', 'J1', 'work', { tariff: 1 });
    expect(shop.histories.get('J1')!.flatMap(({ effects }) => effects)).toMatchObject([{ verb: 'open', kind: 'task' }]);
    expect(entries(shop)).toEqual([['T1', 1, '2026-10-09']]);
  });
});

describe('a split', () => {
  it('rounds a share half up to the fen and gives the rest, so that the parts add up', () => {
    const shop = world({ ledger: 'money', amount: 'matter.tariff', split: [{ to: 'who', share: 'value:limitShare' }, { to: "'teamBonus'", rest: true }], on: 'businessDate' });
    expect(shop.policy.problems).toEqual([]);
    openJob(shop, { tariff: 10501, who: 'T1' });
    expect(entries(shop)).toEqual([['T1', 8401, '2026-10-09'], ['teamBonus', 2100, '2026-10-09']]);
    shop.act('10-10 09:00', 'C1', 'J1', 'work', { tariff: 10000 });
    expect(entries(shop).slice(2)).toEqual([['T1', -401, '2026-10-09'], ['teamBonus', -100, '2026-10-09']]);
  });
});
