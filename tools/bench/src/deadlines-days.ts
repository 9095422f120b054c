import chineseDays from 'chinese-days';
import businessDays from 'luxon-business-days';
import { onlyHolidays, WEEKDAYS } from './deadlines-candidate.ts';
import type { Candidate } from './deadlines-candidate.ts';

const { DateTime } = businessDays;
/** Its type says default, Node gives it the module itself. */
const { findWorkday } = chineseDays as unknown as { findWorkday(days: number, from?: string): string };

/** chinese-days: the official days of China and nothing else. */
export const CHINESE_DAYS: Candidate = {
  name: 'chinese-days 1.5.7',
  prepare({ op, start, amount }, { chinese }) {
    return op === 'addWorkingDays' && chinese ? () => findWorkday(amount?.workingDays ?? 0, start) : null;
  },
};

/** luxon-business-days: weekdays and holidays; it knows no hours and no make-up days. */
export const LUXON_BUSINESS_DAYS: Candidate = {
  name: 'luxon-business-days 3.0.1',
  prepare({ op, start = '', amount }, calendar) {
    if (op !== 'addWorkingDays' || !onlyHolidays(calendar)) return null;
    const businessDays = WEEKDAYS.flatMap((weekday, index) => ((calendar.weekly[weekday] ?? []).length > 0 ? [index + 1] : []));
    const first = DateTime.fromISO(start, { zone: calendar.zone });
    first.setupBusiness({ businessDays, holidayMatchers: [(day) => calendar.dated.has(day.toISODate())] });
    return () => DateTime.fromISO(start, { zone: calendar.zone }).plusBusiness({ days: amount?.workingDays ?? 0 }).toISODate();
  },
};
