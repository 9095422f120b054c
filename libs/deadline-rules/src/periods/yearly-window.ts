import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { civilDate, dayOfMonth, daysInMonth } from '../civil-date.ts';
import { TimeSyntaxError } from '../deadline-errors.ts';
import { formatInstant, parseInstant } from '../instant.ts';
import type { Instant } from '../instant.ts';
import type { Period } from './period-of.ts';

const MONTH_DAY = /^(\d\d)-(\d\d)$/;

/**
 * The window that returns every year from one date to another, both included (`MM-DD`): the one that holds the instant, else
 * the next. It may run over the turn of the year (`11-15` to `03-15`); 29 February is the 28th in a year without it. Its end
 * is exclusive; its label is the year it begins in. Throws TimeSyntaxError.
 */
export function yearlyWindow(from: string, to: string, at: Instant, calendar: WorkCalendar): Period {
  const [first, last] = [monthDay(from), monthDay(to)];
  const ms = parseInstant(at);
  const today = calendar.dayOf(ms);
  const turns = last.month < first.month || (last.month === first.month && last.day < first.day) ? 1 : 0;
  const { year: thisYear } = civilDate(today);
  for (let year = thisYear - turns; ; year += 1) {
    const lastDay = dayIn(year + turns, last);
    if (lastDay < today) continue;
    return {
      start: formatInstant(calendar.startOfDay(dayIn(year, first))),
      end: formatInstant(calendar.endOfDay(lastDay)),
      label: String(year),
    };
  }
}

function dayIn(year: number, { month, day }: { month: number; day: number }): number {
  return dayOfMonth(year * 12 + month - 1, day);
}

function monthDay(text: string): { month: number; day: number } {
  const match = typeof text === 'string' ? MONTH_DAY.exec(text) : null;
  const [month, day] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || month < 1 || month > 12 || day < 1 || day > daysInMonth(2024, month)) throw new TimeSyntaxError('a day of the year, MM-DD', text);
  return { month, day };
}
