import { before, dueAt, parseDue } from '@huiyin/deadline-rules';
import type { Due, WorkCalendar } from '@huiyin/deadline-rules';
import type { DueMember } from './rule-dues.ts';

/** What a start, a calendar and the facts given make of the members of a due. */
export interface WorkedDue {
  /** The earliest, with the others told in its explanation. */
  due?: Due;
  /** The member it came from. */
  from?: DueMember;
  /** Expressions whose fact is not given. */
  leftOut: readonly string[];
}

/** Works out a due; an instant or date of the facts that is no longer ahead of the start is left out, as everywhere. */
export function workedDue(members: readonly DueMember[], start: string, calendar: WorkCalendar, facts: ReadonlyMap<string, string>): WorkedDue {
  const worked = members.map((member) => ({ member, due: dueOf(member, start, calendar, facts) }));
  const known = worked.flatMap(({ member, due }) => (due && (member.expression === undefined || members.length === 1 || due.at > start) ? [{ member, due }] : []));
  const [first, ...others] = known.toSorted((one, other) => (one.due.at < other.due.at ? -1 : one.due.at > other.due.at ? 1 : 0));
  const leftOut = worked.filter(({ due }) => due === undefined).map(({ member }) => member.expression ?? member.before?.of ?? '');
  if (!first) return { leftOut };
  const told = others.map(({ due }) => ({ spec: due.explanation.spec, at: due.at }));
  const explanation = told.length > 0 ? { ...first.due.explanation, others: told } : first.due.explanation;
  return { due: { ...first.due, explanation }, from: first.member, leftOut };
}

function dueOf(member: DueMember, start: string, calendar: WorkCalendar, facts: ReadonlyMap<string, string>): Due | undefined {
  if (member.text !== undefined) return dueAt(parseDue(member.text), start, calendar, member.policy);
  if (member.before) {
    const anchor = facts.get(member.before.of);
    return anchor === undefined ? undefined : before(anchor, parseDue(member.before.by), calendar);
  }
  const fact = facts.get(member.expression!);
  return fact === undefined ? undefined : dueAt(parseDue(fact), start, calendar);
}
