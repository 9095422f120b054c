import { at, refusals } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';

const fields: KindDocument['fields'] = {
  note: { type: 'text', required: ['note'], optional: ['finish'] },
  count: { type: 'int', optional: ['note'], min: 1, max: 3 },
  short: { type: 'text', optional: ['note'], max: 5 },
  size: { choice: ['s', 'l'], optional: ['note'] },
  who: { type: 'person', optional: ['note'] },
  done: { type: 'instant', typed: 'past', optional: ['note'] },
  stamp: { type: 'instant', required: ['note'] },
  kind: { type: 'text' },
  code: { type: 'text', optional: ['note'], check: "value.startsWith('A')" },
  colour: { type: 'text', optional: ['open'], default: 'red' },
};
const { kind: _, ...usable } = fields;
const job: KindDocument = { fields: usable, acts: { ...MOVES, note: { by: 'anyone', rule: 'note' }, close: { by: 'nobody' }, asked: { by: 'anyone', turn: true } }, final: ['finished'] };

describe('what is refused about an input', () => {
  it.each([
    [{ note: 'x', count: 4 }, ['outOfRange@gate core/job.fields.count']],
    [{ note: 'x', short: 'longer' }, ['outOfRange@gate core/job.fields.short']],
    [{ note: 'x', count: 'two' }, ['wrongType@gate core/job.fields.count']],
    [{ note: 'x', size: 'm' }, ['wrongType@gate core/job.fields.size']],
    [{ note: 'x', who: 'nobody' }, ['unknownPerson@gate core/job.fields.who']],
    [{ note: 'x', done: at('10-09 09:31') }, ['notInTheFuture@gate core/job.fields.done']],
    [{ note: 'x', stamp: at('10-09 09:00') }, ['stampedByTheAct@gate core/job.fields.stamp']],
    [{ note: 'x', code: 'B1' }, ['checkFailed@gate core/job.fields.code']],
    [{ note: 'x', colour: 'blue' }, ['unknownField@form core/note']],
    [{}, ['required@form core/job.fields.note']],
    [{ note: '' }, ['required@form core/job.fields.note']],
    [{ count: 9, weird: 1 }, ['outOfRange@gate core/job.fields.count', 'unknownField@form core/note', 'required@form core/job.fields.note']],
  ])('%j: %j', (input, expected) => {
    const world = tinyWorld(job);
    openJob(world);
    expect(refusals(world.act('10-09 09:30', 'C1', 'J1', 'note', input as never))).toEqual(expected);
  });

  it('takes what is right, stamps what hangs on the act, and keeps defaults', () => {
    const world = tinyWorld(job);
    openJob(world);
    world.act('10-09 09:30', 'C1', 'J1', 'note', { note: 'x', count: 2, size: 's', who: 'T1', done: at('10-09 09:30'), code: 'A1' });
    expect(world.matter('J1').facts).toEqual({ colour: 'red', note: 'x', count: 2, size: 's', who: 'T1', done: at('10-09 09:30'), code: 'A1', stamp: at('10-09 09:30') });
  });

  it('counts a field given earlier as present, and takes a fact away by null', () => {
    const world = tinyWorld(job);
    openJob(world);
    world.act('10-09 09:30', 'C1', 'J1', 'note', { note: 'x', size: 's' });
    expect(refusals(world.act('10-09 09:40', 'C1', 'J1', 'note', { size: null }))).toEqual([]);
    expect(world.matter('J1').facts).not.toHaveProperty('size');
  });
});

describe('what is refused about an act', () => {
  it('nobody may what nobody may, and an unknown act is refused', () => {
    const world = tinyWorld(job);
    openJob(world);
    expect(refusals(world.act('10-09 09:30', 'C1', 'J1', 'close'))).toEqual(['notAllowed@actor core/job.close']);
    expect(refusals(world.act('10-09 09:30', 'C1', 'J1', 'fly'))).toEqual(['unknownAct@gate core/job']);
  });

  it('an act without from is refused once the matter is final, and one with turn while no step asks for it', () => {
    const world = tinyWorld(job);
    openJob(world);
    expect(refusals(world.act('10-09 09:30', 'C1', 'J1', 'asked'))).toEqual(['notYourTurn@turn core/job.asked']);
    world.act('10-09 09:30', 'C1', 'J1', 'finish');
    expect(refusals(world.act('10-09 09:40', 'C1', 'J1', 'work'))).toEqual(['wrongState@gate core/job.work']);
  });

  it('a gate that cannot be evaluated refuses with rule and expression, also behind ||', () => {
    const world = tinyWorld({ ...job, acts: { ...job.acts, work: { by: 'anyone', require: [{ that: "matter.count > 1 || matter.state == 'open'", refuse: 'tooFew', rule: 7 }] } } });
    openJob(world);
    const outcome = world.act('10-09 09:30', 'C1', 'J1', 'work');
    expect(refusals(outcome)).toEqual(['evaluation@gate core/7']);
    expect(outcome.ok ? {} : outcome.refusals[0]!.facts).toMatchObject({ expression: "matter.count > 1 || matter.state == 'open'" });
  });

  it('lets a gate’s exception through, and refuses where two exceptions differ', () => {
    const gate = (unless: readonly object[]): KindDocument => ({ ...job, acts: { ...job.acts, work: { by: 'anyone', require: [{ that: 'has(matter.note)', refuse: 'noNote', rule: 7, unless: unless as never }] } } });
    const open = tinyWorld(gate([{ if: 'has(matter.colour)', then: true as never, rule: 8 }]));
    openJob(open);
    expect(refusals(open.act('10-09 09:30', 'C1', 'J1', 'work'))).toEqual([]);
    const torn = tinyWorld(gate([{ if: 'has(matter.colour)', then: true as never, rule: 8 }, { if: "matter.state == 'open'", then: false as never, rule: 9 }]));
    openJob(torn);
    expect(refusals(torn.act('10-09 09:30', 'C1', 'J1', 'work'))).toEqual(['evaluation@gate core/7']);
  });

  it('chooses the target by what the matter would be after the act', () => {
    const world = tinyWorld({ ...job, acts: { ...job.acts, note: { by: 'anyone', to: [{ if: "after.size == 'l'", state: 'big' }, { if: "after.size == 's'", state: 'small' }] } } });
    openJob(world);
    world.act('10-09 09:30', 'C1', 'J1', 'note', { note: 'x' });
    expect(world.matter('J1').state).toBe('open');
    world.act('10-09 09:30', 'C1', 'J1', 'note', { size: 's' });
    expect(world.matter('J1').state).toBe('small');
  });

  it('refuses a later change of a sealed form’s fields, and keeps the attempt', () => {
    const world = tinyWorld(job, [{ forms: { slip: { of: 'job', fields: ['note'], sealedBy: 'stop', rule: 3 } } }]);
    openJob(world);
    world.act('10-09 09:10', 'C1', 'J1', 'note', { note: 'x' });
    world.act('10-09 09:20', 'C1', 'J1', 'stop');
    expect(refusals(world.act('10-09 09:30', 'C1', 'J1', 'note', { note: 'y' }))).toEqual(['sealed@gate p1/3']);
    expect(world.histories.get('J1')!.at(-1)).toMatchObject({ type: 'job.note.refused', data: { note: 'y' }, refusals: [{ code: 'sealed', field: 'note' }] });
    expect(refusals(world.act('10-09 09:30', 'C1', 'J1', 'note', { note: 'x' }))).toEqual([]);
  });
});
