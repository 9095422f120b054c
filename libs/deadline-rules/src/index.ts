export { canonicalInstant, compareInstants, FIRST_YEAR, LAST_YEAR } from './instant.ts';
export type { Instant } from './instant.ts';
export { CalendarError, DeadlineRangeError, DueSyntaxError, TimeSyntaxError } from './deadline-errors.ts';

export { compileCalendar } from './calendar/compile-calendar.ts';
export type { CalendarDocument, Weekday, WeeklyHours } from './calendar/calendar-document.ts';
export type { WorkCalendar } from './calendar/work-calendar.ts';
export type { DayReason, DayRule } from './calendar/day-rule.ts';
export { KEPT_NOTICES } from './holidays/kept-notices.ts';
export type { DaysOff, HolidayName, HolidayNotice, NoticeReference } from './holidays/holiday-notice.ts';

export { parseDue } from './due/parse-due.ts';
export { dueAt, dueInstantAt } from './due/due-at.ts';
export { before } from './due/before.ts';
export { instantOn } from './due/instant-on.ts';
export { alarmAt, isLate, isLateBy, marginMs } from './due/lateness.ts';
export type { Limit } from './due/lateness.ts';
export type { DueHour, DuePolicy, DueSpec, PeriodKind } from './due/due-spec.ts';

export { addWorkingTime, subtractWorkingTime, workingBetween } from './working/working-time.ts';
export {
  addWorkingDays, businessDateOf, countWorkingDays, daysBetween, isWorkingDay, startedDaysBetween,
} from './working/working-days.ts';
export { periodOf } from './periods/period-of.ts';
export type { Period } from './periods/period-of.ts';
export { localToInstant, zonedText } from './zone/local-time.ts';
export type { Due, ExplainLanguage, Explanation, ExtensionNote, Provisional, Segment, SegmentReason } from './explain/explanation.ts';
export type { StopwatchEvent, StopwatchInput, StopwatchState } from './stopwatch/stopwatch.ts';
export { computeStopwatch } from './stopwatch/compute-stopwatch.ts';
export { mayExtend } from './stopwatch/may-extend.ts';
export type { ExtensionBounds, ExtensionRefusal } from './stopwatch/may-extend.ts';
export { explainText } from './explain/explain-text.ts';
export { limitText } from './explain/limit-text.ts';
export { runCase } from './cases/run-case.ts';
export type { CaseResult } from './cases/run-case.ts';
export { caseCalendars } from './cases/case-calendars.ts';
export type { CaseAmount, CaseCalendar, CaseFile, CaseNotice, DeadlineCase } from './cases/case-file.ts';
export { describeDay } from './calendar/describe-day.ts';
export type { DayDescription } from './calendar/describe-day.ts';
export { windowAround } from './periods/window-around.ts';
export { yearlyWindow } from './periods/yearly-window.ts';
export { countPerPeriod } from './periods/count-per-period.ts';
export type { PeriodCount } from './periods/count-per-period.ts';
export type { Citation, ExplainOptions } from './explain/citation.ts';
export { recompute } from './recompute/recompute.ts';
export type { RecomputeOptions } from './recompute/recompute.ts';
export type { ChangeReason, DueChange, RecordedDue, StepSpec, TimedStep } from './recompute/open-step.ts';
export type { DayChange, DayState } from './recompute/day-change.ts';
export { calendarDifference } from './recompute/calendar-difference.ts';
export type { CalendarDifference, NoticeChange } from './recompute/calendar-difference.ts';
export { changeText } from './recompute/change-text.ts';
