import { policyOf, refusals } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyPacks, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument, PackDocument } from '../language/pack-document.ts';

const job: KindDocument = { fields: { count: { type: 'int', optional: ['open', 'work'] }, place: { type: 'text', optional: ['open'] } }, acts: MOVES, final: ['finished'] };
const codes = (...packs: readonly Partial<PackDocument>[]): readonly string[] => policyOf(tinyPacks(job, ...packs)).problems.map(({ code, item }) => `${code} ${item}`);

describe('merging packs', () => {
  it('lets a governing pack replace parts of an act, while gates of the core stay', () => {
    const core: KindDocument = { ...job, acts: { ...MOVES, work: { by: 'anyone', rule: 'core', require: [{ that: 'has(matter.count)', refuse: 'noCount', rule: 'counted' }] } } };
    const world = tinyWorld(core, [{ parties: { clerk: { is: 'property-clerk' } }, kinds: { job: { acts: { open: {}, work: { by: 'clerk', to: 'busy', rule: 5, require: [{ that: "matter.place == 'here'", refuse: 'elsewhere', rule: 6 }] } } } } }]);
    openJob(world);
    expect(refusals(world.act('10-09 09:10', 'DK1', 'J1', 'work'))).toEqual(['notAllowed@actor p1/5', 'noCount@gate core/counted', 'elsewhere@gate p1/6']);
    expect(world.matter('J1').governor).toBe('p1');
  });

  it('binds a matter to the pack whose condition holds at its opening, else to the core', () => {
    const governing = (where: string, to: string): Partial<PackDocument> => ({ kinds: { job: { governs: `matter.place == '${where}'`, acts: { open: {}, work: { to } } } } });
    for (const [place, governor, state] of [['a', 'p1', 'inA'], ['b', 'p2', 'inB'], ['c', undefined, 'open']] as const) {
      const world = tinyWorld(job, [governing('a', 'inA'), governing('b', 'inB')]);
      openJob(world, { place });
      world.act('10-09 09:10', 'C1', 'J1', 'work');
      expect([world.matter('J1').governor, world.matter('J1').state]).toEqual([governor, state]);
    }
  });

  it('refuses to open a matter that two packs govern, naming both, and one of which it cannot tell', () => {
    const governing = (governs: string, to: string): Partial<PackDocument> => ({ kinds: { job: { governs, acts: { open: {}, work: { to } } } } });
    const world = tinyWorld(job, [governing("matter.place == 'a'", 'inA'), governing("matter.place in ['a', 'b']", 'inB')]);
    expect(world.policy.problems).toEqual([]);
    const outcome = world.create('10-09 09:00', 'C1', 'job', 'open', { place: 'a' }, { id: 'J1' });
    expect(outcome).toMatchObject({ ok: false, events: [], refusals: [{ code: 'severalGovern', at: 'gate', citation: { rule: 'core/job' }, facts: { kind: 'job', packs: ['p1', 'p2'] } }] });
    openJob(world, { place: 'b' });
    expect(world.matter('J1').governor).toBe('p2');
    const torn = tinyWorld(job, [governing("matter.place == 'a'", 'inA'), governing('matter.count > 1', 'inB')]);
    expect(refusals(torn.create('10-09 09:00', 'C1', 'job', 'open', { place: 'a' }, { id: 'J1' }))).toEqual(['evaluation@gate core/job']);
  });

  it('gives a governed matter the acts its pack or another names, and none of the core’s besides', () => {
    const world = tinyWorld(job, [{ kinds: { job: { acts: { open: {}, work: { to: 'busy' } } } } }, { kinds: { job: { acts: { stop: {}, praise: { by: 'anyone', rule: 1 } } } } }]);
    openJob(world);
    for (const [act, expected] of [['finish', ['unknownAct@gate core/job']], ['praise', []], ['stop', []]] as const) expect(refusals(world.act('10-09 09:10', 'C1', 'J1', act))).toEqual(expected);
  });

  it('lets a variant say otherwise what the pack it varies says: acts, steps, tables and the figures that pack reads', () => {
    const first: Partial<PackDocument> = {
      values: { slow: { is: 'PT2H', rule: 2 } }, kinds: { job: { acts: { open: {}, work: { to: 'busy', rule: 5 } }, steps: { finish: { rule: 2, opens: { when: 'open' }, due: 'value:slow' } }, tables: { size: { sets: 'size', rows: [{ then: 'small', rule: 3 }] } } } },
    };
    const world = tinyWorld(job, [first, { variantOf: 'p1', values: { slow: { is: 'PT4H', rule: 7 } }, kinds: { job: { acts: { work: { to: 'idle', rule: 8 } }, tables: { size: { sets: 'size', rows: [{ then: 'large', rule: 9 }] } } } } }]);
    expect(world.policy.problems).toEqual([]);
    openJob(world);
    world.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(world.matter('J1')).toMatchObject({ governor: 'p1', state: 'idle', facts: { size: 'large' }, steps: [{ name: 'finish', dueAt: '2026-10-09T05:00:00.000Z' }] });
  });

  it('lets another pack add fields, gates, steps and effects to a governed kind', () => {
    const world = tinyWorld(job, [{ kinds: { job: { acts: { open: {}, work: { to: 'busy' } } } } }, { kinds: { job: { fields: { extra: { type: 'text', required: ['work'], rule: 3 } }, acts: { work: { require: [{ that: "after.extra == 'x'", refuse: 'notX', rule: 4 }] } } } } }]);
    openJob(world);
    expect(refusals(world.act('10-09 09:10', 'C1', 'J1', 'work'))).toEqual(['required@form p2/3']);
    expect(refusals(world.act('10-09 09:10', 'C1', 'J1', 'work', { extra: 'y' }))).toEqual(['notX@gate p2/4']);
  });

  it('gives a variant the core kind’s acts under its own name', () => {
    const world = tinyWorld({ ...job, effects: [{ when: 'work', do: { publish: 'worked', rule: 1 } }] }, [{ kinds: { rush: { is: 'job', fields: { why: { type: 'text', required: ['open'] } } } } }]);
    world.create('10-09 09:00', 'C1', 'rush', 'open', { why: 'now' }, { id: 'R1' });
    const outcome = world.act('10-09 09:10', 'C1', 'R1', 'work');
    expect(outcome.events.map(({ type, effects }) => [type, effects.map(({ verb }) => verb)])).toEqual([['rush.work', ['publish']]]);
  });

  it('records what a watching pack would refuse, and refuses nothing', () => {
    const world = tinyWorld(job, [{ mode: 'watch', kinds: { job: { acts: { work: { require: [{ that: 'has(matter.count)', refuse: 'noCount', rule: 4 }] } } } } }]);
    openJob(world);
    expect(world.act('10-09 09:10', 'C1', 'J1', 'work').events.map(({ type, refusals: found }) => [type, found])).toEqual([['job.work', undefined], ['job.wouldRefuse'.replace('.', '.work.'), [{ code: 'noCount', rule: 'p1/4' }]]]);
  });
});

describe('problems found at compiling', () => {
  it.each<[string, Partial<PackDocument>[], string]>([
    ['two packs that govern one kind', [{ kinds: { job: { acts: { work: { to: 'a' } } } } }, { kinds: { job: { acts: { work: { to: 'b' } } } } }], 'conflict kinds.job.governs'],
    ['a pack that governs always beside one that does at times', [{ kinds: { job: { acts: { open: {}, work: { to: 'a' } } } } }, { kinds: { job: { governs: "matter.place == 'x'", acts: { open: {} } } } }], 'conflict kinds.job.governs'],
    ['a governing pack under which nothing can be opened', [{ kinds: { job: { acts: { work: { to: 'a' } } } } }], 'noOpening kinds.job.acts'],
    ['two packs that derive one fact', [{ kinds: { job: { tables: { t: { sets: 'class', rows: [{ then: 'a' }] } } } } }, { kinds: { job: { tables: { t: { sets: 'class', rows: [{ then: 'b' }] } } } } }], 'conflict kinds.job.tables.t'],
    ['tables that read each other', [{ kinds: { job: { tables: { a: { sets: 'a', in: { x: 'matter.b' }, rows: [{ then: 'x' }] }, b: { sets: 'b', in: { x: 'matter.a' }, rows: [{ then: 'x' }] } } } } }], 'cycle p1/kinds.job.tables.a'],
    ['a field with a name of a prototype', [{ kinds: { job: { fields: { constructor: { type: 'text' } } as never } } }], 'prototypeName kinds.job.fields.constructor'],
    ['a field with a name of the head', [{ kinds: { job: { fields: { owner: { type: 'text' } } } } }], 'prototypeName kinds.job.fields.owner'],
    ['a party that is not there', [{ kinds: { job: { acts: { work: { by: 'ghost', to: 'a' } } } } }], 'unknownName kinds.job.acts.work.by'],
    ['who may, said by a pack that does not govern', [{ kinds: { job: { acts: { work: { by: 'anyone' } } } } }], 'ignored kinds.job.acts.work'],
    ['a value that is not there', [{ kinds: { job: { steps: { work: { rule: 1, opens: { when: 'open' }, due: 'value:ghost' } } } } }], 'unknownName kinds.job.steps.work.due'],
    ['an expression that does not parse', [{ kinds: { job: { acts: { work: { require: [{ that: 'matter.count >', refuse: 'x', rule: 1 }] } } } } }], 'syntax kinds.job.acts.work.require[0].that'],
    ['a field of two types', [{ kinds: { job: { fields: { count: { type: 'text' } } } } }], 'conflict kinds.job.fields.count'],
    ['a variant of a pack that is not adopted', [{ variantOf: 's9.9' }], 'unknownName variantOf'],
    ['a kind that nobody declares', [{ kinds: { ghost: { acts: { haunt: { to: 'a' } } } } }], 'unknownKind kinds.ghost'],
    ['a variant of a kind that nobody declares', [{ kinds: { rush: { is: 'ghost' } } }], 'unknownKind kinds.rush'],
    ['a link to a kind that nobody declares', [{ kinds: { job: { fields: { house: { type: 'ref', to: 'ghost' } } } } }], 'unknownKind kinds.job.fields.house'],
    ['an effect that opens one', [{ kinds: { job: { effects: [{ when: 'work', do: { open: 'ghost', rule: 1 } }] } } }], 'unknownKind kinds.job.effects[0].do[0]'],
    ['an act that the language makes, made by a pack too', [{ parties: { boss: { is: 'equipment-manager' } }, kinds: { job: { acts: { extendWork: { by: 'boss' } }, steps: { work: { rule: 1, opens: { when: 'open' }, due: 'PT1H', extend: { by: 'boss' } } } } } }], 'conflict kinds.job.acts.extendWork'],
    ['an act together with one on nothing', [{ kinds: { job: { acts: { work: { together: ['move'] } } } } }], 'ignored kinds.job.acts.work'],
    ['a view of an unknown kind', [{ views: { v: { of: 'ghost', columns: ['id'], rule: 1 } } }], 'unknownKind views.v'],
  ])('%s', (_, packs, expected) => {
    expect(codes(...packs)).toContain(expected);
  });

  it('an expression that does not parse refuses every act that needs it', () => {
    const world = tinyWorld(job, [{ kinds: { job: { acts: { work: { require: [{ that: 'matter.count >', refuse: 'x', rule: 1 }] } } } } }]);
    openJob(world);
    expect(refusals(world.act('10-09 09:10', 'C1', 'J1', 'work'))).toEqual(['evaluation@gate p1/1']);
  });
});

describe('overrides', () => {
  const pack: Partial<PackDocument> = { values: { slow: { is: 'PT2H', rule: 2 } }, kinds: { job: { steps: { work: { rule: 2, opens: { when: 'open' }, due: 'value:slow' } } } } };

  it.each([[{ 'p1.slow': 'PT4H' }], [{ p1: { values: { slow: 'PT4H' } } }], [{ p1: { values: { slow: { is: 'PT4H' } } } }]])('%j changes the figure and is told as an override', (overrides) => {
    const world = tinyWorld(job, [pack], undefined, overrides as never);
    openJob(world);
    expect(world.matter('J1').steps[0]?.dueAt).toBe('2026-10-09T05:00:00.000Z');
    expect(world.policy.valueOf('p1', 'slow')).toMatchObject({ is: 'PT4H', origin: 'override' });
  });

  it('a name that no pack has is a problem', () => {
    expect(policyOf(tinyPacks(job, pack), { 'p1.fast': 'PT1H', 'p9.slow': 'PT1H' }).problems.map(({ item }) => item)).toEqual(['overrides.p1.fast', 'overrides.p9.slow']);
  });

  it('an exception of a value takes its place where it holds', () => {
    const world = tinyWorld(job, [{ ...pack, values: { slow: { is: 'PT2H', rule: 2, unless: [{ if: "matter.place == 'far'", then: 'PT6H', rule: 3 }] } } }]);
    openJob(world, { place: 'far' });
    expect(world.matter('J1').steps[0]?.dueAt).toBe('2026-10-09T07:00:00.000Z');
  });
});
