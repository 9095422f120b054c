import { compileCalendar, DeadlineRangeError, localToInstant, periodOf } from '@huiyin/deadline-rules';
import type { CalendarDocument, WorkCalendar } from '@huiyin/deadline-rules';
import { faultAt, problem } from '@huiyin/platform-http';
import { isLocalDate, readInstant } from '../../mapping/instant.ts';

/**
 * The instant from which a policy is to be in force: an instant as given, a business date where it begins (where the hours of the date
 * before it have closed).
 * @param calendar of the policy in force until then
 * @throws ProblemError 422 for what is neither, or lies behind
 */
export function readInForceFrom(text: string, calendar: CalendarDocument, now: string): string {
  const at = isLocalDate(text) ? beginningOf(text, compileCalendar(calendar)) : readInstant(text);
  if (at === undefined) throw problem('invalid', { errors: [faultAt('/inForceFrom', 'wrong-format', { type: 'RFC 3339, YYYY-MM-DD' })] });
  if (at < now) throw problem('invalid', { code: 'policy.in-force-behind', errors: [{ ...faultAt('/inForceFrom', 'refused'), code: 'policy.in-force-behind', message: (locale) => BEHIND[locale] }] });
  return at;
}

/** The instant that an instant or business date stands for; undefined for neither. */
export function readInForceOn(text: string, calendar: WorkCalendar): string | undefined {
  return isLocalDate(text) ? beginningOf(text, calendar) : readInstant(text);
}

const BEHIND = { 'zh-CN': '生效时间不能早于现在', 'zh-TW': '生效時間不能早於現在', en: 'A policy cannot be in force from before now' } as const;

/** Noon lies within its business date or next to it, whatever the hours. */
function beginningOf(date: string, calendar: WorkCalendar): string | undefined {
  try {
    const noon = Date.parse(localToInstant(`${date}T12:00`, calendar.zone));
    const dates = [0, -1, 1].map((days) => periodOf('businessDate', new Date(noon + days * DAY_MS).toISOString(), calendar));
    return dates.find(({ label }) => label === date)?.start;
  } catch (thrown) {
    if (thrown instanceof DeadlineRangeError) return undefined;
    throw thrown;
  }
}
const DAY_MS = 86_400_000;
