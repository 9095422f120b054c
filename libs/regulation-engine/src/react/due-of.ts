import { before, dueInstantAt, parseDue, zonedText } from '@huiyin/deadline-rules';
import type { DuePolicy, DueSpec, WorkCalendar } from '@huiyin/deadline-rules';
import { EvaluationFault } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledItem, CompiledValue } from '../compile/compiled-item.ts';
import type { CompiledDue } from '../compile/compiled-kind.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { exceptionThatHolds } from '../scope/exceptions.ts';
import { figureOf, givenFigure } from '../scope/values-view.ts';
import type { RunScope } from '../scope/run-scope.ts';

/** A due time with what is needed to explain it again later. */
export interface ResolvedDue {
  readonly at: string;
  readonly inclusive: boolean;
  readonly provisional?: string;
  /** The exception that chose it, or the value that gave it; `among`: of several values the earliest. */
  readonly by?: CompiledItem & { readonly as: 'exception' | 'value' | 'among' };
  readonly why: FactMap;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The due of a promise that starts at `start`. Undefined only where an `earliest` or expression has nothing to offer. Throws {@link EvaluationFault}. */
export function dueOf(due: CompiledDue, start: string, calendar: WorkCalendar, scope: RunScope): ResolvedDue | undefined {
  switch (due.type) {
    case 'text':
      return counted(due.text, specOf(due, due.text), start, calendar, due.policy ?? {}, { due: due.text, ...(due.policy?.roll && { roll: due.policy.roll }) });
    case 'value':
      return valueDue(due, start, calendar, scope);
    case 'expression':
      return expressed(plain(due.expression.evaluate(scope)), due.expression.source, start, calendar);
    case 'before':
      return beforeDue(due, calendar, scope);
    case 'unless': {
      const exception = exceptionThatHolds(due.unless, scope);
      return exception ? givenBy(exception.exception, 'exception', expressed(exception.value, exception.exception.item, start, calendar)) : dueOf(due.is, start, calendar, scope);
    }
    case 'earliest':
      return earliest(due.members, start, calendar, scope);
  }
}

/** Absent members, and dates and appointments that are not ahead any more, are left out; where nothing is ahead, the latest of them stands. A counted limit that has run out stays: it is missed. */
function earliest(members: readonly CompiledDue[], start: string, calendar: WorkCalendar, scope: RunScope): ResolvedDue | undefined {
  const now = String(scope.names['now']);
  const found = members.flatMap((member) => {
    const due = dueOf(member, start, calendar, scope);
    return due ? [{ due, ahead: due.at > now || !isDated(member) }] : [];
  });
  const ahead = found.filter((each) => each.ahead);
  const first = ahead.length > 0 ? ahead.reduce((best, each) => (isBefore(each.due, best.due) ? each : best)) : found.reduce<(typeof found)[number] | undefined>((best, each) => (best && !isBefore(best.due, each.due) ? best : each), undefined);
  if (!first) return undefined;
  const others = (ahead.length > 0 ? ahead : found).filter((each) => each !== first).map(({ due }) => ({ due: due.why['due'] ?? null, at: due.at }));
  const { by } = first.due;
  const chosen: ResolvedDue = by?.as === 'value' && found.filter(({ due }) => due.by !== undefined).length > 1 ? { ...first.due, by: { ...by, as: 'among' } } : first.due;
  return others.length > 0 ? { ...chosen, why: { ...chosen.why, others } } : chosen;
}

/** Of equal instants an exclusive one is the earlier. */
function isBefore(one: ResolvedDue, other: ResolvedDue): boolean {
  return one.at < other.at || (one.at === other.at && !one.inclusive && other.inclusive);
}

/** A date or an appointment, not a length of time. */
function isDated(member: CompiledDue): boolean {
  return member.type === 'expression' || member.type === 'before' || (member.type === 'text' && /^\d{4}-/.test(member.text));
}

function givenBy({ item, pack, citation }: CompiledItem, as: NonNullable<ResolvedDue['by']>['as'], due: ResolvedDue | undefined): ResolvedDue | undefined {
  return due && { ...due, by: { item, pack, citation, as } };
}

export function policyOf(value: CompiledValue): DuePolicy {
  return { ...(value.roll && { roll: value.roll }), ...(value.firstDay && { firstDay: value.firstDay }), ...(value.hour && { hour: value.hour }) };
}

function valueDue({ value, policy }: Extract<CompiledDue, { type: 'value' }>, start: string, calendar: WorkCalendar, scope: RunScope): ResolvedDue | undefined {
  const { figure, by: giver } = givenFigure(value, scope);
  if (typeof figure !== 'string') throw new EvaluationFault(`value:${value.name}`, 'is no due time');
  return givenBy(giver, giver === value ? 'value' : 'exception', counted(figure, figure === value.is ? specOf(value, figure) : undefined, start, calendar, { ...policyOf(value), ...policy }, { due: figure, value: value.name, pack: value.pack, ...(policy?.roll && { roll: policy.roll }) }));
}

const specs = new WeakMap<CompiledDue | CompiledValue, DueSpec>();

/** The due's text parsed once; undefined where it does not parse, so that counting says why. */
function specOf(item: CompiledDue | CompiledValue, text: string): DueSpec | undefined {
  const known = specs.get(item);
  if (known) return known;
  try {
    const spec = parseDue(text);
    specs.set(item, spec);
    return spec;
  } catch {
    return undefined;
  }
}

function counted(text: string, known: DueSpec | undefined, start: string, calendar: WorkCalendar, policy: DuePolicy, why: FactMap): ResolvedDue {
  try {
    const due = dueInstantAt(known ?? parseDue(text), start, calendar, policy);
    return { at: due.at, inclusive: due.inclusive, ...(due.provisional && { provisional: due.provisional.reason }), why };
  } catch (error) {
    throw new EvaluationFault(text, error instanceof Error ? error.message : String(error));
  }
}

/** CEL giving a date means its end, an instant itself; anything else it gives must be a text of the deadline language. */
function expressed(value: FactValue, source: string, start: string, calendar: WorkCalendar): ResolvedDue | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') throw new EvaluationFault(source, 'is no due time');
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return { at: value, inclusive: true, why: { due: source, at: value } };
  return counted(value, undefined, start, calendar, DATE.test(value) ? { hour: '24:00' } : {}, { due: value, from: source });
}

function beforeDue(due: Extract<CompiledDue, { type: 'before' }>, calendar: WorkCalendar, scope: RunScope): ResolvedDue | undefined {
  const anchor = plain(due.of.evaluate(scope));
  if (anchor === null) return undefined;
  if (typeof anchor !== 'string') throw new EvaluationFault(due.of.source, 'is no instant');
  const by = typeof due.by === 'string' ? due.by : figureOf(due.by, scope);
  if (typeof by !== 'string') throw new EvaluationFault(`value:${(due.by as CompiledValue).name}`, 'is no duration');
  const value = typeof due.by === 'string' ? undefined : due.by;
  try {
    const at = before(anchor, parseDue(by), calendar, { ...(value && policyOf(value)), ...due.policy });
    return {
      at: at.at, inclusive: at.inclusive, ...(at.provisional && { provisional: at.provisional.reason }),
      why: { due: `${by} before ${DATE.test(anchor) ? anchor : zonedText(anchor, calendar.zone)}`, before: by, of: anchor, ...(value && { value: value.name, pack: value.pack }) },
    };
  } catch (error) {
    throw new EvaluationFault(`${by} before ${due.of.source}`, error instanceof Error ? error.message : String(error));
  }
}
