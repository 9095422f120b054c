import type { CalendarDocument } from '@huiyin/deadline-rules';
import type { CalendarBody } from './open-operator.body.ts';

const OFFICE_HOURS = '08:30-12:00,13:30-17:30';
const CHINA = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Urumqi', 'PRC']);

/** The operator's working calendar: office hours and the official holidays of a Chinese zone unless told otherwise. */
export function calendarOf(zone: string, given: CalendarBody = {}): CalendarDocument {
  const country = given.country ?? (CHINA.has(zone) ? 'CN' : undefined);
  return { zone, hours: given.hours ?? OFFICE_HOURS, ...(country && { country }), ...(given.days && { days: { ...given.days } }) };
}
