import { alarmAt, isLate, marginMs } from './lateness.ts';

const AT = '2026-10-09T02:30:00.000Z';
const inclusive = { at: AT, inclusive: true };
const exclusive = { at: AT, inclusive: false };

describe('lateness', () => {
  it.each([
    ['2026-10-09T02:29:59.999Z', false, false, 1],
    ['2026-10-09T02:30:00.000Z', false, true, 0],
    ['2026-10-09T02:30:00.001Z', true, true, -1],
    ['2026-10-09T10:45:00+08:00', true, true, -900_000],
  ])('done at %s: late %s if inclusive, %s if exclusive', (doneAt, late, lateIfExclusive, margin) => {
    expect(isLate(inclusive, doneAt)).toBe(late);
    expect(isLate(exclusive, doneAt)).toBe(lateIfExclusive);
    expect(marginMs(inclusive, doneAt)).toBe(margin);
    expect(marginMs(exclusive, doneAt)).toBe(margin);
  });

  it('the alarm is the first instant at which it is late', () => {
    expect(alarmAt(inclusive)).toBe('2026-10-09T02:30:00.001Z');
    expect(alarmAt(exclusive)).toBe(AT);
    for (const due of [inclusive, exclusive]) expect(isLate(due, alarmAt(due))).toBe(true);
  });
});
