import { parseDue } from './parse-due.ts';

const HOUR = 3_600_000;

describe('parseDue', () => {
  it.each([
    ['PT30M', { kind: 'elapsed', ms: HOUR / 2 }],
    ['PT1H30M', { kind: 'elapsed', ms: 1.5 * HOUR }],
    ['PT24H', { kind: 'elapsed', ms: 24 * HOUR }],
    ['PT0.5S', { kind: 'elapsed', ms: 500 }],
    ['PT0M', { kind: 'elapsed', ms: 0 }],
    ['P3D', { kind: 'days', months: 0, days: 3 }],
    ['P2W', { kind: 'days', months: 0, days: 14 }],
    ['P6M', { kind: 'days', months: 6, days: 0 }],
    ['P2Y', { kind: 'days', months: 24, days: 0 }],
    ['P1Y6M10D', { kind: 'days', months: 18, days: 10 }],
    ['P3D at 10:00', { kind: 'days', months: 0, days: 3, at: '10:00' }],
    ['P3D at start', { kind: 'days', months: 0, days: 3, at: 'start' }],
    ['P5WD', { kind: 'workingDays', days: 5 }],
    ['P5WD at 17:30', { kind: 'workingDays', days: 5, at: '17:30' }],
    ['P1WD at 24:00', { kind: 'workingDays', days: 1, at: '24:00' }],
    ['P4WH', { kind: 'workingTime', ms: 4 * HOUR }],
    ['P1WH30WM', { kind: 'workingTime', ms: 1.5 * HOUR }],
    ['P90WM', { kind: 'workingTime', ms: 1.5 * HOUR }],
    ['17:30', { kind: 'timeOfDay', at: '17:30' }],
    ['24:00', { kind: 'timeOfDay', at: '24:00' }],
    ['end of day', { kind: 'endOf', period: 'day' }],
    ['end of businessDate', { kind: 'endOf', period: 'businessDate' }],
    ['end of week', { kind: 'endOf', period: 'week' }],
    ['end of halfMonth', { kind: 'endOf', period: 'halfMonth' }],
    ['end of month', { kind: 'endOf', period: 'month' }],
    ['end of quarter', { kind: 'endOf', period: 'quarter' }],
    ['end of halfYear', { kind: 'endOf', period: 'halfYear' }],
    ['end of year', { kind: 'endOf', period: 'year' }],
    ['day 25 of month', { kind: 'dayOfMonth', day: 25, next: 0 }],
    ['day 10 of next month', { kind: 'dayOfMonth', day: 10, next: 1 }],
    ['day 10 of next month at 12:00', { kind: 'dayOfMonth', day: 10, next: 1, at: '12:00' }],
    ['working day 3 of next month', { kind: 'workingDayOf', n: 3, period: 'month', next: 1 }],
    ['last working day of week at 24:00', { kind: 'workingDayOf', n: -1, period: 'week', next: 0, at: '24:00' }],
    ['Friday before 10:00', { kind: 'weekday', weekday: 4, at: '10:00' }],
    ['Friday at 13:30', { kind: 'weekday', weekday: 4, at: '13:30' }],
    ['Monday', { kind: 'weekday', weekday: 0 }],
    ['2026-03-02', { kind: 'date', date: '2026-03-02' }],
    ['2026-03-02 at 09:00', { kind: 'date', date: '2026-03-02', at: '09:00' }],
    ['2026-03-02T09:00:00+08:00', { kind: 'instant', at: '2026-03-02T01:00:00.000Z' }],
    ['end of MONTH', { kind: 'endOf', period: 'month' }],
  ])('reads %s', (text, spec) => {
    expect(parseDue(text)).toEqual({ ...spec, text });
  });

  it.each([
    ['', 0, 'PT30M'],
    ['soon', 0, 'Friday before 10:00'],
    ['P', 1, 'P<n>WD'],
    ['PT', 2, 'hours, minutes, seconds'],
    ['PT30', 2, 'hours, minutes, seconds'],
    ['PT30X', 2, 'hours, minutes, seconds'],
    ['P1DT12H', 1, 'P<n>Y<n>M<n>W<n>D'],
    ['P-3D', 1, 'P<n>WD'],
    ['P3D at', 3, 'the end'],
    ['P3D at noon', 7, 'a time, HH:MM'],
    ['P3D at 25:00', 7, 'a time, HH:MM'],
    ['P3D at 24:01', 7, 'a time, HH:MM'],
    ['PT30M at 17:30', 5, 'the end'],
    ['17:3', 0, 'a time, HH:MM'],
    ['17:60', 0, 'a time, HH:MM'],
    ['17:30 start', 5, 'the end'],
    ['end of', 0, 'end of month'],
    ['end of fortnight', 7, 'quarter'],
    ['day 32 of month', 4, 'a number from 1 to 31'],
    ['day 0 of month', 4, 'a number from 1 to 31'],
    ['day 25 of week', 6, 'of next month'],
    ['working day 3', 13, 'of month'],
    ['Friday before', 6, 'the end'],
    ['Fridayish', 0, 'Friday before 10:00'],
    ['2026-02-29', 0, 'a date that exists'],
    ['2026-2-9', 0, 'a date, YYYY-MM-DD'],
    ['2026-03-02T09:00', 0, 'an RFC 3339 instant'],
    ['2026-03-02T09:61:00Z', 0, 'an RFC 3339 instant'],
    ['P201Y', 1, 'at most 200 years'],
    ['P999999999D', 1, 'at most 200 years'],
    ['PT999999999H', 2, 'at most 200 years'],
    ['P999999999WD', 1, 'at most 200 years'],
    ['P99999999999999D', 1, 'P<n>WD'],
    [`P${'1D'.repeat(100)}`, 0, 'PT30M'],
  ])('refuses %s at position %i, telling what is allowed', (text, position, allowed) => {
    expect(() => parseDue(text)).toThrow(
      expect.objectContaining({ name: 'DueSyntaxError', position, message: expect.stringContaining(allowed) as string }),
    );
  });

  it('refuses what is no text', () => {
    expect(() => parseDue(undefined as unknown as string)).toThrow(expect.objectContaining({ name: 'DueSyntaxError' }));
  });
});
