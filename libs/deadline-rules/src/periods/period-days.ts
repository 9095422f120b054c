import { civilDate, dayNumber, dayOfMonth, formatDate, monthIndexOf, two, weekdayOf } from '../civil-date.ts';
import type { PeriodKind } from '../due/due-spec.ts';

/** The days of a period, both included, and its name. */
export interface PeriodDays {
  first: number;
  last: number;
  label: string;
}

/** The period of a kind that holds a day. */
export function periodDays(kind: PeriodKind, day: number): PeriodDays {
  switch (kind) {
    case 'businessDate':
    case 'day':
      return { first: day, last: day, label: formatDate(day) };
    case 'week':
      return week(day);
    case 'halfMonth':
      return halfMonth(day);
    case 'month':
      return months(day, 1, (index) => monthLabel(index));
    case 'quarter':
      return months(day, 3, (index) => `${yearOf(index)}-Q${(index % 12) / 3 + 1}`);
    case 'halfYear':
      return months(day, 6, (index) => `${yearOf(index)}-H${(index % 12) / 6 + 1}`);
    case 'year':
      return months(day, 12, (index) => yearOf(index));
  }
}

/** Monday to Sunday, named after ISO 8601: the week's year is that of its Thursday. */
function week(day: number): PeriodDays {
  const first = day - weekdayOf(day);
  const { year } = civilDate(first + 3);
  const number = Math.floor((first + 3 - dayNumber(year, 1, 1)) / 7) + 1;
  return { first, last: first + 6, label: `${year}-W${two(number)}` };
}

/** The 1st to the 15th, `2026-03-a`; the 16th to the end, `2026-03-b`. */
function halfMonth(day: number): PeriodDays {
  const index = monthIndexOf(day);
  const [first, middle, last] = [dayOfMonth(index, 1), dayOfMonth(index, 15), dayOfMonth(index, 31)];
  return day <= middle
    ? { first, last: middle, label: `${monthLabel(index)}-a` }
    : { first: middle + 1, last, label: `${monthLabel(index)}-b` };
}

function months(day: number, count: number, label: (firstIndex: number) => string): PeriodDays {
  const index = Math.floor(monthIndexOf(day) / count) * count;
  return { first: dayOfMonth(index, 1), last: dayOfMonth(index + count - 1, 31), label: label(index) };
}

function monthLabel(index: number): string {
  return `${yearOf(index)}-${two((index % 12) + 1)}`;
}

function yearOf(index: number): string {
  return String(Math.floor(index / 12));
}
