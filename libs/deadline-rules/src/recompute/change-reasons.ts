import { civilDate } from '../civil-date.ts';
import { firstAbove, firstAtLeast } from '../calendar/year-index.ts';
import type { DuePolicy } from '../due/due-spec.ts';
import type { CalendarDifference } from './calendar-difference.ts';
import { dayChangeOf } from './day-change.ts';
import type { ChangedDay } from './day-change.ts';
import type { ChangeReason, StepSpec, TimedStep } from './open-step.ts';

/** Dates told of one reason. */
const TOLD = 31;
const SETTINGS = ['roll', 'rollOn', 'firstDay', 'monthEnd', 'hour'] as const;

/** Finds the reasons of many moves between the same two calendars. */
export class ReasonFinder {
  private readonly difference: CalendarDifference;
  private readonly dayNumbers: readonly number[];

  constructor(difference: CalendarDifference) {
    this.difference = difference;
    this.dayNumbers = difference.days.map(({ day }) => day);
  }

  /** What differs in the calendars between two days, both included, where a due counted them. */
  calendar(first: number, last: number): ChangeReason[] {
    const { zone, hours } = this.difference;
    const days = this.difference.days.slice(firstAtLeast(this.dayNumbers, first), firstAbove(this.dayNumbers, last));
    const operators = days.filter((changed) => changed.old.reason === 'exception' || changed.new.reason === 'exception');
    const others = days.filter((changed) => !operators.includes(changed));
    const rehoured = others.filter((changed) => changed.old.reason === 'makeUp' && changed.new.reason === 'makeUp');
    return [
      ...(zone ? [{ kind: 'zone', ...zone } as const] : []),
      ...(hours ? [{ kind: 'hours', ...hours } as const] : []),
      ...this.notices(others.filter((changed) => !rehoured.includes(changed)), first, last),
      ...(rehoured.length > 0 ? [{ kind: 'makeUpHours', dates: told(rehoured) } as const] : []),
      ...(operators.length > 0 ? [{ kind: 'exception', dates: told(operators) } as const] : []),
    ];
  }

  private notices(days: readonly ChangedDay[], first: number, last: number): ChangeReason[] {
    return this.difference.notices.flatMap(({ change, notice, days: spoken }): ChangeReason[] => {
      const dates = told(days.filter(({ day }) => spoken.has(day)));
      // A year that became known, or unknown, is a reason even where no date differs from what was assumed.
      if (dates.length === 0 && (change === 'amended' || !touchesYear(notice.year, first, last))) return [];
      const { id, title, number, published, url, year } = notice;
      return [{ kind: 'notice', change, year, notice: { id, title, number, published, url }, dates }];
    });
  }
}

/** What a policy edit changed about a promise itself. */
export function policyReasons({ spec, policy = {}, becomes = {} }: TimedStep): ChangeReason[] {
  const counting = becomes.policy ?? policy;
  const limit: ChangeReason[] = becomes.spec === undefined || textOf(becomes.spec) === textOf(spec)
    ? [] : [{ kind: 'limit', old: textOf(spec), new: textOf(becomes.spec) }];
  return [...limit, ...SETTINGS.filter((name) => policy[name] !== counting[name]).map((setting) => settingChange(setting, policy, counting))];
}

function settingChange(setting: keyof DuePolicy, old: DuePolicy, now: DuePolicy): ChangeReason {
  return {
    kind: 'counting', setting,
    ...(old[setting] !== undefined && { old: old[setting] }), ...(now[setting] !== undefined && { new: now[setting] }),
  };
}

/** A limit as text; several as `earliest of`. */
export function textOf(spec: StepSpec): string {
  if (typeof spec === 'string') return spec;
  if ('kind' in spec) return spec.text;
  return `earliest: ${spec.map(textOf).join(', ')}`;
}

function told(days: readonly ChangedDay[]): ReturnType<typeof dayChangeOf>[] {
  return days.slice(0, TOLD).map(dayChangeOf);
}

function touchesYear(year: number, first: number, last: number): boolean {
  return civilDate(first).year <= year && year <= civilDate(last).year;
}
