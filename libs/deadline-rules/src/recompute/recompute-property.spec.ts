import fc from 'fast-check';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import { formatDate } from '../civil-date.ts';
import { dueInstantAt } from '../due/due-at.ts';
import { parseDue } from '../due/parse-due.ts';
import { recompute } from './recompute.ts';

const FIRST = Date.UTC(2026, 8, 1) / 86_400_000;
const dates = fc.dictionary(
  fc.integer({ min: FIRST, max: FIRST + 60 }).map(formatDate),
  fc.constantFrom('off', 'work', '10:00-15:00', '08:30-12:00'),
  { maxKeys: 12 },
);
const specs = fc.constantFrom('P3WD', 'P10WD', 'P6WH', 'P40WH', 'P15D', 'P1M', 'PT30H', 'end of week', 'day 25 of month', 'Friday before 10:00', 'last working day of month');
const policies = fc.constantFrom({}, { roll: 'forward' as const }, { roll: 'back' as const }, { firstDay: 'included' as const }, { hour: '16:00' });

describe('recompute against asking afresh', () => {
  it('records exactly what differs, as the new calendar has it, and never without a reason', () => {
    const starts = fc.integer({ min: 0, max: 40 * 1440 }).map((minute) => new Date(FIRST * 86_400_000 + minute * 60_000).toISOString());
    fc.assert(
      fc.property(dates, dates, fc.array(fc.record({ spec: specs, start: starts, policy: policies }), { minLength: 1, maxLength: 20 }), (one, other, promises) => {
        const [before, after] = [one, other].map((days) => compileCalendar({ zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN', days }));
        const changes = new Map(recompute(promises.map((promise, index) => ({ id: String(index), ...promise })), before!, after!).map((change) => [change.id, change]));
        promises.forEach(({ spec, start, policy }, index) => {
          const [old, now] = [before!, after!].map((calendar) => dueInstantAt(parseDue(spec), start, calendar, policy));
          const change = changes.get(String(index));
          if (JSON.stringify(old) === JSON.stringify(now)) expect(change).toBeUndefined();
          else {
            expect([change!.old, change!.new, change!.movedMs]).toEqual([old, now, Date.parse(now!.at) - Date.parse(old!.at)]);
            expect(change!.reasons.length).toBeGreaterThan(0);
          }
        });
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});
