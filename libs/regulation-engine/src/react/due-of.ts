import { before, dueInstantAt, parseDue, zonedText } from '@huiyin/deadline-rules';
import type { DuePolicy, DueSpec, WorkCalendar } from '@huiyin/deadline-rules';
import { EvaluationFault } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledValue } from '../compile/compiled-item.ts';
import type { CompiledDue } from '../compile/compiled-kind.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { exceptionThatHolds } from '../scope/exceptions.ts';
import { figureOf } from '../scope/values-view.ts';
import type { RunScope } from '../scope/run-scope.ts';

/** A due time with what is needed to explain it again later. */
export interface ResolvedDue {
  readonly at: string;
  readonly inclusive: boolean;
  readonly provisional?: string;
  readonly why: FactMap;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The due of a promise that starts at `start`. Undefined only where an `earliest` or expression has nothing to offer. Throws {@link EvaluationFault}. */
export function dueOf(due: CompiledDue, start: string, calendar: WorkCalendar, scope: RunScope): ResolvedDue | undefined {
  switch (due.type) {
    case 'text':
      return counted(due.text, specOf(due, due.text), start, calendar, due.policy ?? {}, { due: due.text, ...(due.policy?.roll && { roll: due.policy.roll }) });
    case 'value':
      return valueDue(due.value, start, calendar, scope);
    case 'expression':
      return expressed(plain(due.expression.evaluate(scope)), due.expression.source, start, calendar);
    case 'before':
      return beforeDue(due, calendar, scope);
    case 'unless': {
      const exception = exceptionThatHolds(due.unless, scope);
      return exception ? expressed(exception.value, exception.exception.item, start, calendar) : dueOf(due.is, start, calendar, scope);
    }
    case 'earliest':
      return earliest(due.members, start, calendar, scope);
  }
}

/** Absent members, and appointments that are not ahead any more, are left out. A counted limit that has run out stays: it is missed. */
function earliest(members: readonly CompiledDue[], start: string, calendar: WorkCalendar, scope: RunScope): ResolvedDue | undefined {
  const now = String(scope.names['now']);
  const found = members.flatMap((member) => {
    const due = dueOf(member, start, calendar, scope);
    return due && (member.type !== 'expression' || due.at > now) ? [due] : [];
  });
  const first = found.reduce<ResolvedDue | undefined>((best, due) => (best && best.at <= due.at ? best : due), undefined);
  if (!first) return undefined;
  const others = found.filter((due) => due !== first).map((due) => ({ due: due.why['due'] ?? null, at: due.at }));
  return others.length > 0 ? { ...first, why: { ...first.why, others } } : first;
}

export function policyOf(value: CompiledValue): DuePolicy {
  return { ...(value.roll && { roll: value.roll }), ...(value.firstDay && { firstDay: value.firstDay }), ...(value.hour && { hour: value.hour }) };
}

function valueDue(value: CompiledValue, start: string, calendar: WorkCalendar, scope: RunScope): ResolvedDue | undefined {
  const figure = figureOf(value, scope);
  if (typeof figure !== 'string') throw new EvaluationFault(`value:${value.name}`, 'is no due time');
  return counted(figure, figure === value.is ? specOf(value, figure) : undefined, start, calendar, policyOf(value), { due: figure, value: value.name, pack: value.pack });
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
  const at = before(anchor, parseDue(due.by), calendar);
  return { at: at.at, inclusive: at.inclusive, why: { due: `${due.by} before ${DATE.test(anchor) ? anchor : zonedText(anchor, calendar.zone)}`, before: due.by, of: anchor } };
}
