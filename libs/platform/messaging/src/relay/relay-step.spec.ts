import { someEvents } from '@huiyin/platform-persistence/suites';
import { clearableUpTo, planRelay } from './relay-step.ts';

const [one, two, three] = someEvents('t', 'a', 3) as [ReturnType<typeof someEvents>[0], ReturnType<typeof someEvents>[0], ReturnType<typeof someEvents>[0]];
const lane = { id: 'a', events: [one, two, three] };

describe('planRelay', () => {
  it('orders each matter’s events by sequence and appends them all', () => {
    const plan = planRelay([{ id: 'a', tenant: 't', pending: [three, one, two] }, { id: 'b', tenant: 't', pending: [] }]);
    expect(plan.lanes).toEqual([lane, { id: 'b', events: [] }]);
    expect(plan.append).toEqual([one, two, three]);
  });
});

describe('clearableUpTo', () => {
  it.each([
    ['everything when all is acknowledged', [one, two, three], 3],
    ['what comes before the first that is not', [one, three], 1],
    ['nothing when the first is not', [two, three], undefined],
    ['nothing when none is', [], undefined],
  ])('is %s', (_, acknowledged, expected) => {
    expect(clearableUpTo(lane, acknowledged.map((event, index) => ({ event, streamSeq: index + 1 })))).toBe(expected);
  });
});
