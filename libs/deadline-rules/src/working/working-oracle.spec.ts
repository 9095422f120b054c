import fc from 'fast-check';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import { formatInstant } from '../instant.ts';
import { MinuteOracle } from '../../test/minute-oracle.ts';
import type { OracleCalendar } from '../../test/minute-oracle.ts';
import { addWorkingDays, countWorkingDays } from './working-days.ts';
import { addWorkingTime, subtractWorkingTime, workingBetween } from './working-time.ts';

const MINUTE = 60_000;
const HOURS = ['08:30-12:00,13:30-17:30', '09:00-17:00', '00:00-24:00', '20:00-01:00', '10:00-10:45,11:00-11:01,16:00-24:00', '07:15-12:30'];
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'America/New_York'];
// Around the changes of the clocks in both hemispheres, a leap day and the turn of a year.
const STARTS = ['2026-03-26', '2026-10-22', '2026-04-02', '2028-02-26', '2026-12-28', '2026-06-15'].map((date) => Date.parse(`${date}T00:00:00Z`));

const calendars: fc.Arbitrary<OracleCalendar> = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.record(
    { mon: fc.constantFrom(...HOURS), tue: fc.constantFrom(...HOURS), wed: fc.constantFrom(...HOURS), thu: fc.constantFrom(...HOURS), fri: fc.constantFrom(...HOURS), sat: fc.constantFrom(...HOURS) },
    { requiredKeys: ['wed'] },
  ),
  days: fc.dictionary(
    fc.integer({ min: 0, max: 12 }).chain((day) => fc.constantFrom(...STARTS).map((start) => new Date(start + day * 86_400_000).toISOString().slice(0, 10))),
    fc.constantFrom('off', '10:00-12:00', '00:00-24:00'),
    { maxKeys: 4 },
  ),
}).filter((calendar) => {
  // Hours over midnight into a day that opens at midnight are refused, as their own test says.
  try {
    return Boolean(compileCalendar({ zone: calendar.zone, hours: calendar.week, days: calendar.days }));
  } catch {
    return false;
  }
});
const starts = fc.tuple(fc.constantFrom(...STARTS), fc.integer({ min: 0, max: 4 * 1440 })).map(([start, minute]) => start + minute * MINUTE);
const given = { seed: 20261009, numRuns: 100 };
// The oracle steps by the minute: fewer runs, each a few thousand steps.
const slow = { seed: 20261009, numRuns: 30 };
const compile = ({ zone, week, days }: OracleCalendar): ReturnType<typeof compileCalendar> => compileCalendar({ zone, hours: week, days });

describe('working time against a walk from minute to minute', () => {
  it('adds to the same instant', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 700 }), (calendar, start, minutes) => {
        const oracle = formatInstant(new MinuteOracle(calendar).add(start, minutes));
        expect(addWorkingTime(formatInstant(start), minutes * MINUTE, compile(calendar))).toBe(oracle);
      }),
      slow,
    );
  });

  it('takes away to the same instant', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 700 }), (calendar, end, minutes) => {
        const oracle = formatInstant(new MinuteOracle(calendar).subtract(end, minutes));
        expect(subtractWorkingTime(formatInstant(end), minutes * MINUTE, compile(calendar))).toBe(oracle);
      }),
      slow,
    );
  });

  it('counts the same between two instants', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 0, max: 3 * 1440 }), (calendar, from, minutes) => {
        const to = from + minutes * MINUTE;
        const counted = workingBetween(formatInstant(from), formatInstant(to), compile(calendar));
        expect(counted).toBe(new MinuteOracle(calendar).between(from, to));
        expect(workingBetween(formatInstant(to), formatInstant(from), compile(calendar))).toBe(0 - counted);
      }),
      slow,
    );
  });

  it('finds the same working day, forwards and backwards', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: -40, max: 40 }), (calendar, start, count) => {
        const date = new Date(start).toISOString().slice(0, 10);
        expect(addWorkingDays(date, count, compile(calendar))).toBe(new MinuteOracle(calendar).addDays(date, count));
      }),
      slow,
    );
  });
});

describe('working time and its inverse, to the millisecond', () => {
  const ms = fc.integer({ min: 1, max: 400 * 3_600_000 });
  const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 11, 1) });

  it('between the start and what adding gives lies exactly what was added, and taking it away comes back or stays closed', () => {
    fc.assert(
      fc.property(calendars, instants, ms, (document, start, amount) => {
        const calendar = compile(document);
        const due = addWorkingTime(formatInstant(start), amount, calendar);
        expect(workingBetween(formatInstant(start), due, calendar)).toBe(amount);
        const back = subtractWorkingTime(due, amount, calendar);
        expect(back >= formatInstant(start)).toBe(true);
        expect(workingBetween(formatInstant(start), back, calendar)).toBe(0);
      }),
      given,
    );
  });

  it('two amounts added one after the other are their sum', () => {
    fc.assert(
      fc.property(calendars, instants, ms, ms, (document, start, first, second) => {
        const calendar = compile(document);
        const once = addWorkingTime(formatInstant(start), first + second, calendar);
        expect(addWorkingTime(addWorkingTime(formatInstant(start), first, calendar), second, calendar)).toBe(once);
      }),
      given,
    );
  });

  it('the n-th working day after a date lies n working days on', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 3000 }), (document, start, count) => {
        const calendar = compile(document);
        const date = new Date(start).toISOString().slice(0, 10);
        const due = addWorkingDays(date, count, calendar);
        const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
        expect(countWorkingDays(next, due, calendar)).toBe(count);
        expect(addWorkingDays(due, -count, calendar) <= date || countWorkingDays(date, date, calendar) === 0).toBe(true);
      }),
      given,
    );
  });
});
