import { DeadlineRangeError, DueSyntaxError } from '../deadline-errors.ts';
import { parseDue } from './parse-due.ts';

const FORMS = [
  'PT30M', 'P3D', 'P6M', 'P5WD', 'P5WD at 17:30', 'P4WH', '17:30', 'end of month', 'day 25 of month', 'day 10 of next month',
  'working day 3 of next month', 'last working day of week', 'Friday before 10:00', '2026-03-02', 'an instant',
];
const HOUR_OR_START = ['a time, HH:MM up to 24:00', 'start'];
const DURATIONS = ['PT<n>H<n>M<n>S', 'P<n>Y<n>M<n>W<n>D', 'P<n>WD', 'P<n>WH<n>WM'];
const refusal = (text: string): DueSyntaxError => {
  try {
    parseDue(text);
  } catch (error) {
    if (error instanceof DueSyntaxError) return error;
  }
  throw new Error(`${text} is not refused as a due text`);
};

describe('what a refused due text is told', () => {
  it.each([
    ['soon', 0, FORMS],
    ['on 2026-03-02', 0, FORMS],
    ['within P3D', 0, FORMS],
    ['x'.repeat(81), 0, FORMS],
    ['Px', 1, DURATIONS],
    ['PTx', 2, ['hours, minutes, seconds: 1H30M, 45S']],
    ['P3D at x', 7, HOUR_OR_START],
    ['day 25 of month at x', 19, HOUR_OR_START],
    ['day 25 of week', 6, ['of month', 'of next month']],
    ['day 32 of month', 4, ['a number from 1 to 31']],
    ['day 0 of month', 4, ['a number from 1 to 31']],
    ['day x of month', 4, ['a number from 1 to 31']],
    ['working day 3 month', 13, ['of month', 'of next month']],
    ['working day 367 of year', 12, ['a number from 1 to 366']],
    ['end of x', 7, ['businessDate', 'day', 'week', 'halfMonth', 'month', 'quarter', 'halfYear', 'year']],
    ['Friday before start', 14, ['a time, HH:MM up to 24:00']],
    ['17:60', 0, ['a time, HH:MM up to 24:00']],
    ['24:01', 0, ['a time, HH:MM up to 24:00']],
    ['2026-1 2026-01-01T00:00:00Z', 0, ['a date, YYYY-MM-DD']],
    ['2026-02-30', 0, ['a date that exists']],
    ['2026-03-02Tx', 0, ['an RFC 3339 instant with offset']],
    ['2026-03-02T09:00:00', 0, ['an RFC 3339 instant with offset']],
    ['end of month.', 12, ['the end']],
    ['P201Y', 1, ['a duration of at most 200 years']],
  ])('%j at position %d', (text, position, allowed) => {
    const { position: found, allowed: told } = refusal(text);
    expect({ found, told }).toEqual({ found: position, told: allowed });
  });

  it('an instant outside the years computed is refused as such', () => {
    expect(() => parseDue('2500-01-01T00:00:00Z')).toThrow(DeadlineRangeError);
  });
});

describe('what is just allowed', () => {
  it.each(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name, weekday) => [name, weekday] as const))('%s is weekday %d', (name, weekday) => {
    expect(parseDue(name)).toEqual({ kind: 'weekday', weekday, text: name });
    expect(parseDue(`${name.toUpperCase()} at 17:59`)).toMatchObject({ weekday, at: '17:59' });
  });

  it.each([
    ['P12W', { kind: 'days', months: 0, days: 84 }], ['PT45S', { kind: 'elapsed', ms: 45_000 }], ['PT1.25S', { kind: 'elapsed', ms: 1_250 }], ['PT12.5S', { kind: 'elapsed', ms: 12_500 }],
    ['P200Y', { kind: 'days', months: 2400 }], ['P73050D', { kind: 'days', days: 73_050 }], ['P73050WD', { kind: 'workingDays', days: 73_050 }],
    ['day 1 of month', { kind: 'dayOfMonth', day: 1, next: 0 }], ['day 31 of next month', { kind: 'dayOfMonth', day: 31, next: 1 }],
    ['working day 366 of year', { kind: 'workingDayOf', n: 366 }], ['24:00', { kind: 'timeOfDay', at: '24:00' }], ['17:59', { kind: 'timeOfDay', at: '17:59' }],
    ['P3D at start', { kind: 'days', at: 'start' }],
  ])('%s', (text, spec) => {
    expect(parseDue(text)).toMatchObject(spec);
  });

  it('blanks around it, up to 80 characters in all', () => {
    expect(parseDue('  PT30M'.padEnd(80))).toEqual({ kind: 'elapsed', ms: 1_800_000, text: 'PT30M' });
    expect(() => parseDue('  PT30M'.padEnd(81))).toThrow(DueSyntaxError);
  });
});
