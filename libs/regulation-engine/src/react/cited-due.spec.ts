import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument, PackDocument } from '../language/pack-document.ts';
import { nextStep } from '../settle/next-step.ts';
import { why } from '../why/why.ts';

const base: KindDocument = { fields: { area: { type: 'text', optional: ['open', 'go'] } }, acts: { ...MOVES, visit: { by: 'anyone' } }, final: ['finished'] };
const values: PackDocument['values'] = {
  inProvince: { is: 'P3D', rule: 10 },
  onSite: { is: 'P3D', rule: 10, unless: [{ if: "matter.area == 'remote'", then: 'P10D', rule: 12 }] },
  outside: { is: 'P1W', rule: 11 },
};
const run = (step: object, area: string, restart?: string) => {
  const world = tinyWorld(base, [{ values, kinds: { job: { steps: { visit: { opens: { when: 'open' }, ...step } } } } } as never]);
  expect(world.policy.problems).toEqual([]);
  openJob(world, { area });
  if (restart) world.act('10-09 10:00', 'C1', 'J1', 'go', { area: restart });
  world.alarm('10-30 09:00', 'J1');
  const matter = world.matter('J1');
  const visit = matter.steps.find(({ name }) => name === 'visit')!;
  const missed = world.histories.get('J1')!.find(({ type }) => type === 'job.visit.missed')!;
  const told = missed.effects.find(({ verb }) => verb === 'tell')!;
  return { run: visit.citation.rule, next: nextStep(matter)?.citation.rule, timeline: missed.citation?.rule, told: told.citation.rule, why: why(world.policy, matter, 'dueAt:visit', world.facts, '2026-10-30T01:00:00.000Z')?.citation?.rule };
};
const everywhere = (rule: string) => ({ run: rule, next: rule, timeline: rule, told: rule, why: rule });

describe('a due cites what gave it, in the run, the next step, the timeline, the telling and the explanation', () => {
  const byArea = { rule: 10, due: { is: 'value:inProvince', unless: [{ if: "matter.area == 'outside'", then: 'values.outside', rule: 11 }, { if: "matter.area == 'remote'", then: 'P10D', rule: 12 }] } };

  it.each([['here', 'p1/10'], ['outside', 'p1/11'], ['remote', 'p1/12']])('the step in the rule, its exceptions in theirs: %s', (area, rule) => {
    expect(run(byArea, area)).toEqual(everywhere(rule));
  });

  it('the exception of the value that gives it', () => {
    expect(run({ rule: 10, due: 'value:onSite' }, 'remote')).toEqual(everywhere('p1/12'));
    expect(run({ rule: 9, due: 'value:onSite' }, 'here')).toEqual(everywhere('p1/9'));
  });

  it('of several values the one that was the earliest, where its rule is one of the step’s', () => {
    const due = { earliest: ['value:outside', 'value:onSite'] };
    expect(run({ rule: [11, 10], due }, 'here')).toEqual(everywhere('p1/10'));
    expect(run({ rule: [11, 9], due }, 'here')).toEqual(everywhere('p1/11'));
    expect(run({ rule: [9, 10], due: 'value:onSite' }, 'here')).toEqual(everywhere('p1/9'));
  });

  it('what gives it after a restart', () => {
    expect(run({ ...byArea, restarts: 'go' }, 'remote', 'here')).toEqual(everywhere('p1/10'));
    expect(run({ ...byArea, restarts: 'go' }, 'here', 'outside')).toEqual(everywhere('p1/11'));
  });

  it('the member of a series that has a rule of its own, unless an exception chose its due', () => {
    const series = [{ due: 'value:onSite', rule: 20 }];
    expect(run({ rule: [9, 10], series }, 'here').run).toBe('p1/20');
    expect(run({ rule: [9, 10], series }, 'remote').run).toBe('p1/12');
  });
});
