import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';

const finish = (that: string) =>
  tinyWorld({
    acts: { ...MOVES, finish: { by: 'anyone', to: 'finished', require: [{ that, refuse: 'notYet', rule: 'gate' }] } },
    steps: { work: { opens: { when: 'job.open' }, due: 'PT1H', rule: 'work' }, stop: { opens: { when: 'job.work' }, act: 'stop', due: 'PT2H', rule: 'stop' } },
    final: ['finished'],
  });

describe('the steps of a matter', () => {
  it.each([
    ['matter.steps.exists(s, s.name == "work" && s.verdict == "missed")', true],
    ['matter.steps.filter(s, s.open).map(s, s.name) == ["stop"]', true],
    ['matter.steps.size() == 2 && size(matter.steps) == 2', true],
    ['matter.steps.all(s, s.open)', false],
    ['matter.steps.exists_one(s, has(s.doneAt))', true],
    ['matter.steps.all(s, s.who.size() == 1)', true],
    ['matter.steps.stop.open && !matter.steps.work.open', true],
  ])('are read by name, and as a list of their runs: %s is %s', (that, holds) => {
    const world = finish(that);
    openJob(world);
    world.act('10-09 10:30', 'C1', 'J1', 'work');
    const outcome = world.act('10-09 10:40', 'C1', 'J1', 'finish');
    expect(outcome.ok ? [] : outcome.refusals.map(({ code }) => code)).toEqual(holds ? [] : ['notYet']);
  });

  it('refuse where a member of a run is misspelt', () => {
    const world = finish('matter.steps.exists(s, s.opn)');
    openJob(world);
    const outcome = world.act('10-09 09:10', 'C1', 'J1', 'finish');
    expect(outcome.ok ? [] : outcome.refusals.map(({ code }) => code)).toEqual(['evaluation']);
  });
});
