import type { KindDocument } from '../language/pack-document.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';

const job = (more: Partial<KindDocument>): KindDocument => ({
  states: ['open', 'idle', 'finished'], final: ['finished'], acts: { ...MOVES }, fields: { checked: { type: 'bool', optional: ['work'] }, mark: { type: 'text' } }, ...more,
});
const opens = (becomes: string): NonNullable<KindDocument['steps']>[string] => ({ opens: { becomes }, act: 'finish', due: 'PT2H', rule: 1 });
const promise = { opens: { when: 'job.open' }, act: 'work', due: 'PT1H', rule: 1 } as const;

describe('a step that opens when something becomes true', () => {
  it('opens within the update in which another step ends, where it reads that step', () => {
    const world = tinyWorld(job({ steps: { first: promise, second: opens("has(matter.steps.first) && matter.steps.first.verdict == 'met'") } }));
    openJob(world);
    world.act('10-09 09:30', 'C1', 'J1', 'work');
    expect(runs(world, 'second')).toEqual([{ id: 'second', open: true }]);
  });

  it('opens within the update in which an effect sets the fact it reads', () => {
    const effects = [{ when: 'job.work', do: { set: { mark: "'seen'" }, rule: 1 }, rule: 1 }];
    const world = tinyWorld(job({ steps: { first: promise, second: opens("matter.mark == 'seen'") }, effects }));
    openJob(world);
    world.act('10-09 09:30', 'C1', 'J1', 'work');
    expect(runs(world, 'second')).toEqual([{ id: 'second', open: true }]);
  });

  it('drops and opens anew as its facts turn, each time once', () => {
    const world = tinyWorld(job({ steps: { first: promise, second: opens('has(matter.checked) && matter.checked') } }));
    openJob(world);
    for (const [minute, checked] of [['10', true], ['20', false], ['30', true], ['40', true]] as const) world.act(`10-09 09:${minute}`, 'C1', 'J1', 'work', { checked });
    expect(runs(world, 'second')).toMatchObject([{ open: false, dropped: true }, { open: true }]);
  });
});
