import { refusals } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { ActDocument, GateDocument } from '../language/act-document.ts';
import type { ExceptionDocument, KindDocument } from '../language/pack-document.ts';

const fields: KindDocument['fields'] = {
  price: { type: 'money', required: ['work'], optional: ['open'], min: 0 }, cost: { type: 'money', required: ['work'], optional: ['open'] }, place: { type: 'text', optional: ['open', 'work'] },
  margin: { type: 'decimal' }, valid: { type: 'bool', optional: ['open'] },
};
const tables: KindDocument['tables'] = { margin: { sets: 'margin', rows: [{ then: 'has(matter.price) && has(matter.cost) && matter.price > 0 ? ratio(matter.price - matter.cost, matter.price) : null', rule: 3 }] } };
const job = (work: Partial<ActDocument>, more: Partial<KindDocument> = {}): KindDocument => ({ fields, tables, acts: { ...MOVES, work: { by: 'anyone', rule: 'work', ...work } }, final: ['finished'], ...more });
const gate = (more: Partial<GateDocument> = {}): GateDocument => ({ that: "has(after.place) && after.place == 'here'", refuse: 'elsewhere', rule: 7, ...more });
const tried = (work: Partial<ActDocument>, given: object, input: object = {}, more: Partial<KindDocument> = {}) => {
  const shop = tinyWorld(job(work, more), [{ values: { least: { is: '35%', word: '以上', rule: 6 } } }]);
  openJob(shop, given as never);
  return refusals(shop.act('10-09 09:10', 'C1', 'J1', 'work', input as never));
};
const whole = { price: 100, cost: 50 };

describe('a gate', () => {
  it.each<[string, GateDocument, object, readonly string[]]>([
    ['lets through what holds', gate(), { place: 'here' }, []],
    ['refuses what does not, by its own rule', gate(), { place: 'there' }, ['elsewhere@gate core/7']],
    ['stands only where its if holds', gate({ if: 'has(after.valid)' }), { place: 'there' }, []],
    ['compares with a figure as its word says, the figure itself included', gate({ that: 'holds(after.margin, values.least)' }), { price: 100, cost: 65 }, []],
    ['and one below it not', gate({ that: 'holds(after.margin, values.least)' }), { price: 1000, cost: 651 }, ['elsewhere@gate core/7']],
  ])('%s', (_, document, given, expected) => {
    expect(tried({ require: [document] }, { ...whole, ...given })).toEqual(expected);
  });

  it('sees the matter before in `matter`, with what is given now in `after`, and what is given now alone in `act`', () => {
    const require = [{ that: "matter.place == 'there' && after.place == 'here' && act.place == 'here' && !has(act.price) && after.margin == 0.5 && matter.margin == 0.5", refuse: 'unseen', rule: 1 }];
    expect(tried({ require }, { ...whole, place: 'there' }, { place: 'here' })).toEqual([]);
    expect(tried({ require }, { ...whole, place: 'here' }, { place: 'here' })).toEqual(['unseen@gate core/1']);
  });
});

describe('an exception of a gate', () => {
  const exception = (more: Partial<ExceptionDocument> = {}): ExceptionDocument => ({ if: 'matter.valid == true', then: true, rule: 8, ...more });

  it.each<[string, readonly ExceptionDocument[], object, readonly string[]]>([
    ['lets through where it holds', [exception()], { valid: true }, []],
    ['leaves the gate where it does not hold', [exception()], { valid: false }, ['elsewhere@gate core/7']],
    ['refuses by its own rule where it says no, though the gate holds', [exception({ then: false })], { valid: true, place: 'here' }, ['elsewhere@gate core/8']],
    ['is itself subject to exceptions', [exception({ unless: [{ if: 'has(matter.price)', then: false, rule: 9 }] })], { valid: true }, ['elsewhere@gate core/9']],
    ['agrees with another that holds and says the same', [exception(), exception({ if: 'has(matter.price)', rule: 9 })], { valid: true }, []],
    ['refuses where another holds and differs, also if the gate holds', [exception(), exception({ if: 'has(matter.price)', then: false, rule: 9 })], { valid: true, place: 'here' }, ['evaluation@gate core/7']],
    ['refuses where it says neither yes nor no', [exception({ then: 'here' })], { valid: true, place: 'here' }, ['evaluation@gate core/7']],
    ['refuses where it cannot be evaluated, also if the gate holds', [exception({ if: 'matter.margin > 0' })], { place: 'here', price: 0 }, ['evaluation@gate core/7']],
  ])('%s', (_, unless, given, expected) => {
    expect(tried({ require: [gate({ unless })] }, { ...whole, ...given })).toEqual(expected);
  });
});

describe('where a required field is missing', () => {
  const required = ['required@form core/job.fields.price', 'required@form core/job.fields.cost'];

  it.each<[string, GateDocument]>([
    ['a gate that reads it', gate({ that: 'after.price > 0' })],
    ['one that reads it in its if', gate({ if: 'after.price > 0' })],
    ['one that reads it in an exception', gate({ unless: [{ if: 'after.price > 0', then: true, rule: 8 }] })],
    ['one that reads what a table derives from it', gate({ that: 'holds(after.margin, values.least)' })],
  ])('%s is skipped: the field itself refuses', (_, document) => {
    expect(tried({ require: [document] }, {})).toEqual(required);
  });

  it('the others are looked at, and so is a gate that reads a field of the wrong type as little', () => {
    expect(tried({ require: [gate(), gate({ that: 'after.price > 0' })] }, {})).toEqual(['elsewhere@gate core/7', ...required]);
    expect(tried({ require: [gate({ that: 'after.price > 0' })] }, { cost: 1 }, { price: 'much' })).toEqual(['wrongType@gate core/job.fields.price']);
    expect(tried({ require: [gate({ that: 'after.price > 0' })] }, { cost: 1 }, { price: -1 })).toEqual(['outOfRange@gate core/job.fields.price']);
  });
});

describe('all refusals of an act', () => {
  it('stand in order: who may, gates, whose turn, what is incomplete', () => {
    expect(tried({ by: "'M1'", from: ['idle'], turn: true, require: [gate({ that: 'false' })] }, { cost: 1 }, { colour: 'red' }))
      .toEqual(['notAllowed@actor core/work', 'wrongState@gate core/work', 'elsewhere@gate core/7', 'notYourTurn@turn core/work', 'unknownField@form core/work', 'required@form core/job.fields.price']);
  });

  it.each<[string, string, readonly string[]]>([
    ['refused while no step asks for it', 'finish', ['notYourTurn@turn core/work']],
    ['allowed while one does', 'work', []],
  ])('an act with turn is %s', (_, asked, expected) => {
    expect(tried({ turn: true }, whole, {}, { steps: { [asked]: { rule: 1, opens: { when: 'open' }, due: 'PT1H' } } })).toEqual(expected);
  });
});

describe('a final state', () => {
  it('is never left, whatever an act says', () => {
    const shop = tinyWorld(job({ from: ['open', 'finished'], to: 'open' }));
    expect(shop.policy.problems).toMatchObject([{ code: 'wayOutOfFinal', item: 'kinds.job.acts.work' }]);
    openJob(shop, whole);
    shop.act('10-09 09:10', 'C1', 'J1', 'finish');
    expect(refusals(shop.act('10-09 09:20', 'C1', 'J1', 'work'))).toEqual(['wrongState@gate core/work']);
  });

  it('a resting one may be left, and neither needs a next step nor drops what is open', () => {
    const shop = tinyWorld(job({ from: ['idle'], to: 'open' }, { resting: ['idle'], steps: { finish: { rule: 1, opens: { when: 'open' }, due: 'P9D' } } }));
    openJob(shop, whole);
    shop.act('10-09 09:10', 'C1', 'J1', 'stop');
    expect(shop.matter('J1')).toMatchObject({ final: false, steps: [{ name: 'finish', open: true }] });
    expect(refusals(shop.act('10-09 09:20', 'C1', 'J1', 'work'))).toEqual([]);
    expect(shop.matter('J1').state).toBe('open');
  });
});
