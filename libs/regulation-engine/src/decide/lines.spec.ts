import { at, refusals } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { FactValue } from '../matter/matter.ts';

const job: KindDocument = {
  fields: {
    parts: {
      type: 'lines', key: 'sku', max: 2, optional: ['work', 'open'],
      of: { qty: { type: 'int', min: 1, max: 9, required: ['work'], optional: ['add'] }, code: { type: 'text', check: "value.startsWith('A')", optional: ['work'] }, who: { type: 'person', optional: ['work'] }, seen: { type: 'instant', required: ['work'] }, past: { type: 'instant', typed: 'past', optional: ['work'] }, price: 'money', total: 'money' },
    },
    tags: { type: 'list', of: 'text', max: 2, optional: ['work'] },
    moment: { type: 'instant', optional: ['work'] }, day: { type: 'date', optional: ['work'] },
  },
  acts: { ...MOVES, add: { by: 'anyone', line: 'parts', rule: 22 }, note: { by: 'anyone', line: 'parts', set: { code: "'A1'" }, rule: 22 } }, final: ['finished'],
};
const work = (parts: FactValue, more: object = {}) => {
  const shop = tinyWorld(job);
  openJob(shop);
  return { shop, found: refusals(shop.act('10-09 09:10', 'C1', 'J1', 'work', { parts, ...more } as never)) };
};

describe('lines given all at once', () => {
  it('are each checked, demanded and stamped as if given alone', () => {
    const { shop, found } = work([{ sku: 'a', qty: 1, code: 'A1', who: 'T1', past: at('10-09 09:10') }]);
    expect(found).toEqual([]);
    expect(shop.matter('J1').facts['parts']).toEqual([{ sku: 'a', qty: 1, code: 'A1', who: 'T1', past: at('10-09 09:10'), seen: at('10-09 09:10') }]);
  });

  it.each<[string, FactValue, readonly string[]]>([
    ['a figure out of its range', [{ sku: 'a', qty: 1 }, { sku: 'b', qty: 10 }], ['outOfRange@gate']],
    ['a column whose check fails', [{ sku: 'a', qty: 1, code: 'B1' }], ['checkFailed@gate']],
    ['somebody unknown', [{ sku: 'a', qty: 1, who: 'ghost' }], ['unknownPerson@gate']],
    ['an instant in the future', [{ sku: 'a', qty: 1, past: at('10-09 09:11') }], ['notInTheFuture@gate']],
    ['an instant that the act stamps', [{ sku: 'a', qty: 1, seen: at('10-09 09:00') }], ['stampedByTheAct@gate']],
    ['a column that the act requires', [{ sku: 'a' }], ['required@form']],
    ['a wrong type', [{ sku: 'a', qty: 'one' }], ['wrongType@gate']],
    ['two lines of one key', [{ sku: 'a', qty: 1 }, { sku: 'a', qty: 2 }], ['wrongType@gate']],
    ['more lines than there may be', [{ sku: 'a', qty: 1 }, { sku: 'b', qty: 1 }, { sku: 'c', qty: 1 }], ['outOfRange@gate']],
  ])('are refused for %s', (_, parts, expected) => {
    expect(work(parts).found.map((line) => line.split(' ')[0])).toEqual(expected);
  });

  it('name the line and column that is wrong', () => {
    const { shop } = work([]);
    const outcome = shop.act('10-09 09:20', 'C1', 'J1', 'work', { parts: [{ sku: 'a', qty: 1 }, { sku: 'b', qty: 0 }, ] });
    expect(outcome.ok ? [] : outcome.refusals.map(({ field }) => field)).toEqual(['parts/b.qty']);
  });
});

describe('an act on one line', () => {
  it('creates a missing one and takes the columns that name it, and those that name no act', () => {
    const { shop } = work([]);
    expect(refusals(shop.act('10-09 09:20', 'C1', 'J1', 'add', { qty: 2, price: 5 }, { line: 'a' }))).toEqual([]);
    expect(refusals(shop.act('10-09 09:20', 'C1', 'J1', 'add', { who: 'T1' }, { line: 'a' }))).toEqual(['unknownField@form core/22']);
    expect(shop.matter('J1').facts['parts']).toEqual([{ sku: 'a', qty: 2, price: 5 }]);
    expect(refusals(shop.act('10-09 09:20', 'C1', 'J1', 'add', { qty: 2 }))).toEqual(['required@form core/22']);
  });

  it('adds no line beyond what the field holds at most', () => {
    const { shop } = work([]);
    for (const line of ['a', 'b']) expect(refusals(shop.act('10-09 09:20', 'C1', 'J1', 'add', { qty: 1 }, { line }))).toEqual([]);
    expect(refusals(shop.act('10-09 09:30', 'C1', 'J1', 'add', { qty: 1 }, { line: 'c' }))).toEqual(['outOfRange@gate core/job.fields.parts']);
    expect(refusals(shop.act('10-09 09:30', 'C1', 'J1', 'note', {}, { line: 'b' }))).toEqual([]);
    expect(shop.matter('J1').facts['parts']).toMatchObject([{ sku: 'a' }, { sku: 'b', code: 'A1' }]);
  });
});

describe('a list and an instant', () => {
  it('a list holds at most so many', () => {
    expect(work([], { tags: ['a', 'b'] }).found).toEqual([]);
    expect(work([], { tags: ['a', 'b', 'c'] }).found).toEqual(['outOfRange@gate core/job.fields.tags']);
  });

  it('an instant that no act stamps and that is not typed is nobody’s to give', () => {
    expect(work([], { moment: at('10-09 09:00') }).found).toEqual(['stampedByTheAct@gate core/job.fields.moment']);
  });
});

describe('what is computed and empty', () => {
  it('is absent: a text, a list, of a table, an assignment, an effect', () => {
    const shop = tinyWorld({
      fields: { note: { type: 'text', optional: ['open'] }, drawn: { type: 'text' }, told: { type: 'text' }, names: { type: 'list', of: 'text', max: 9 } }, acts: { ...MOVES, work: { by: 'anyone', set: { drawn: "has(matter.note) ? '' : 'x'" } } }, resting: ['open'],
      tables: { names: { sets: 'names', policy: 'collect', in: { note: 'matter.note' }, rows: [{ note: 'x', then: 'one', rule: 1 }, { note: '-', then: null, rule: 1 }] }, text: { sets: 'text', rows: [{ then: "has(matter.note) ? '' : 'none'", rule: 1 }] } },
      effects: [{ when: 'work', do: { set: { told: "has(matter.note) ? '' : 'x'" }, rule: 1 } }],
    });
    openJob(shop);
    shop.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(shop.matter('J1').facts).toEqual({ text: 'none', drawn: 'x', told: 'x' });
    shop.create('10-09 09:00', 'C1', 'job', 'open', { note: 'y' }, { id: 'J2' });
    shop.act('10-09 09:10', 'C1', 'J2', 'work');
    expect(shop.matter('J2').facts).toEqual({ note: 'y' });
  });
});
