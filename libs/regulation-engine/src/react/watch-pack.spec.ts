import { at, refusals } from '../fixtures/repair-world.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument, PackDocument } from '../language/pack-document.ts';
import { retentionDue } from '../retention/retention-due.ts';

const core: KindDocument = {
  fields: { count: { type: 'int', optional: ['open', 'work'] }, note: { type: 'text', optional: ['open', 'work'] } }, acts: MOVES, final: ['finished'], resting: ['open'],
  steps: { stop: { rule: 'stop', opens: { when: 'open' }, due: 'PT2H' } }, tables: { size: { sets: 'size', rows: [{ then: "'core'", rule: 'size' }] } },
};
/** A job worked on under a pack that only watches. */
const under = (pack: Partial<PackDocument>, input = {}, who = 'C1', more: readonly Partial<PackDocument>[] = []) => {
  const shop = tinyWorld(core, [...more, { mode: 'watch', ...pack }]);
  expect(shop.policy.problems).toEqual([]);
  openJob(shop);
  const outcome = shop.act('10-09 09:10', who, 'J1', 'work', input);
  expect(refusals(outcome)).toEqual([]);
  return { shop, would: outcome.events.flatMap(({ type, refusals: found }) => (type === 'job.work.wouldRefuse' ? found!.map(({ code, rule }) => `${code} ${rule}`) : [])) };
};
const kind = (job: KindDocument): Partial<PackDocument> => ({ kinds: { job } });

describe('of a pack that only watches', () => {
  it.each<[string, Partial<PackDocument>, string, readonly string[]]>([
    ['who may act is recorded, not asked', kind({ acts: { work: { by: "'M1'", rule: 4 } } }), 'C1', ['notAllowed p1/4']],
    ['whoever may is not recorded', kind({ acts: { work: { by: "'M1'", rule: 4 } } }), 'M1', []],
    ['the states it starts from', kind({ acts: { work: { from: ['idle'], rule: 4 } } }), 'C1', ['wrongState p1/4']],
    ['a field that it demands', kind({ fields: { proof: { type: 'text', required: ['work'], rule: 3 } } }), 'C1', ['required p1/3']],
    ['who may, where that cannot be told', kind({ acts: { work: { by: 'superiorOf(matter.note)', rule: 4 } } }), 'C1', ['evaluation p1/4']],
    ['all of it in order', kind({ fields: { proof: { type: 'text', required: ['work'], rule: 3 } }, acts: { work: { by: 'nobody', from: ['idle'], rule: 4, require: [{ that: 'has(matter.count)', refuse: 'noCount', rule: 5 }] } } }), 'C1', ['notAllowed p1/4', 'wrongState p1/4', 'noCount p1/5', 'required p1/3']],
  ])('%s', (_, pack, who, expected) => {
    expect(under(pack, {}, who).would).toEqual(expected);
  });

  it.each<[string, Partial<PackDocument>]>([
    ['what its acts set', kind({ acts: { work: { set: { note: "'watched'" }, rule: 4 } } })],
    ['defaults, bounds and checks of others’ fields', kind({ fields: { note: { default: 'watched', rule: 3 }, count: { max: 1, check: 'value < 1', rule: 3 } } })],
    ['what its tables derive', kind({ tables: { weight: { sets: 'weight', rows: [{ then: "'heavy'", rule: 6 }] }, size: { sets: 'size', rows: [{ then: "'pack'", rule: 6 }] } } })],
    ['steps, also of a name that is taken', kind({ steps: { stop: { rule: 7, opens: { when: 'open' }, due: 'PT1H' } } })],
    ['states, owners, keys and numbers', kind({ final: ['open'], waits: { open: 'ghost' }, owner: [{ is: "'M1'", rule: 8 }], unique: [{ key: ['note'], refuse: 'taken', rule: 8 }], number: { format: 'X{seq}', at: ['open'], rule: 8 } })],
    ['effects', kind({ effects: [{ when: 'work', do: [{ set: { note: "'watched'" } }, { act: 'stop' }, { tell: "'M1'" }], rule: 9 }] })],
  ])('nothing changes: %s', (_, pack) => {
    const { shop } = under(pack, { count: 2 });
    const events = shop.histories.get('J1')!.filter(({ type }) => !type.endsWith('.wouldRefuse'));
    const same = under({}, { count: 2 }).shop;
    expect({ ...shop.matter('J1'), seq: 0 }).toEqual({ ...same.matter('J1'), seq: 0 });
    expect(events.map(({ type, effects }) => [type, effects])).toEqual(same.histories.get('J1')!.map(({ type, effects }) => [type, effects]));
    expect(shop.told).toEqual([]);
  });

  it('a step of a name that is taken is recorded beside the other', () => {
    const shop = tinyWorld(core, [{ mode: 'watch', kinds: { job: { steps: { stop: { rule: 7, opens: { when: 'open' }, due: 'PT1H' } } } } }]);
    openJob(shop);
    expect(shop.histories.get('J1')!.find(({ type }) => type === 'job.open.wouldRefuse')).toMatchObject({ data: { opens: [{ step: 'stop', rule: 'p1/7', dueAt: at('10-09 10:00') }] } });
    expect(runs(shop, 'stop')).toEqual([{ id: 'stop', open: true }]);
    expect(shop.matter('J1').steps[0]).toMatchObject({ dueAt: at('10-09 11:00') });
  });

  it('what its own tables derive is read by its own gates', () => {
    const job: KindDocument = { tables: { weight: { sets: 'weight', rows: [{ then: "has(matter.count) ? 'heavy' : 'light'", rule: 6 }] } }, acts: { work: { require: [{ that: "after.weight == 'light'", refuse: 'tooHeavy', rule: 7 }], rule: 7 } } };
    expect(under(kind(job), { count: 1 }).would).toEqual(['tooHeavy p1/7']);
    expect(under(kind(job)).would).toEqual([]);
  });

  it('a figure stays as the pack says that it varies', () => {
    const base: Partial<PackDocument> = { values: { limit: { is: 5, rule: 1 } }, kinds: { job: { acts: { work: { require: [{ that: 'values.limit == matter.count || !has(matter.count)', refuse: 'other', rule: 2 }] } } } } };
    const shop = tinyWorld({ ...core, acts: { ...MOVES } }, [base, { mode: 'watch', variantOf: 'p1', values: { limit: { is: 6, rule: 1 } } }]);
    openJob(shop, { count: 5 });
    expect(refusals(shop.act('10-09 09:10', 'C1', 'J1', 'work'))).toEqual([]);
  });

  it('a seal is recorded where it would refuse, and seals nothing; nothing is erased', () => {
    const shop = tinyWorld(core, [{ mode: 'watch', forms: { slip: { of: 'job', fields: ['note'], sealedBy: 'go', rule: 3 } }, retention: [{ field: 'job.note', erase: 'P1D', after: 'open', rule: 4 }] }]);
    openJob(shop, { note: 'x' });
    shop.act('10-09 09:10', 'C1', 'J1', 'go');
    const outcome = shop.act('10-09 09:20', 'C1', 'J1', 'work', { note: 'y' });
    expect(outcome.events).toMatchObject([{ type: 'job.work' }, { type: 'job.work.wouldRefuse', refusals: [{ code: 'sealed', rule: 'p1/3', field: 'note' }] }]);
    expect(shop.matter('J1')).toMatchObject({ sealed: {}, facts: { note: 'y' } });
    expect(retentionDue(shop.policy, [shop.matter('J1')], shop.facts, at('12-09 09:00'))).toEqual([]);
  });
});

describe('an act that only watches', () => {
  const act = (watching: boolean): Partial<PackDocument> => ({ kinds: { job: { acts: { work: { mode: watching ? 'watch' : 'enforce', by: "'M1'", to: 'busy', set: { note: "'set'" }, log: true, keepRefused: true, require: [{ that: 'has(matter.count)', refuse: 'noCount', rule: 5 }], rule: 4 }, open: {}, go: {} } } } });

  it('is recorded whole, and its pack does not govern by it', () => {
    const shop = tinyWorld(core, [act(true)]);
    openJob(shop);
    const outcome = shop.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(outcome.events).toMatchObject([{ type: 'job.work' }, { type: 'job.work.wouldRefuse', refusals: [{ code: 'notAllowed' }, { code: 'noCount' }] }]);
    expect(shop.matter('J1')).toMatchObject({ state: 'open', facts: { size: 'core' } });
    expect(shop.matter('J1').governor).toBeUndefined();
  });

  it('holds once it is enforced', () => {
    const shop = tinyWorld(core, [act(false)]);
    openJob(shop);
    expect(refusals(shop.act('10-09 09:10', 'C1', 'J1', 'work'))).toEqual(['notAllowed@actor p1/4', 'noCount@gate p1/5']);
    expect(shop.matter('J1').governor).toBe('p1');
  });
});
