import { plain } from '../cel/plain.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledItem } from '../compile/compiled-item.ts';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { FactMap, Matter, StepState } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { dueOf } from './due-of.ts';
import { fallbackDue } from './fallback-due.ts';
import type { ResolvedDue } from './due-of.ts';
import { debtors } from './owing.ts';
import { warnOf } from './warn-of.ts';

export interface Opening {
  readonly session: Session;
  readonly matter: Matter;
  readonly scope: RunScope;
  readonly at: string;
  readonly by: string;
}

/** New runs of a step: one, one per line, or the members of its series. `runs`: those there were. */
export function openRuns(opening: Opening, compiled: CompiledStep, runs: readonly StepState[]): readonly StepState[] {
  const start = startOf(opening, compiled);
  if (compiled.series.length > 0) return openSeries(opening, compiled, runs, start);
  if (compiled.each !== undefined) return openPerLine(opening, compiled, runs, start, compiled.each);
  return [openRun(opening, compiled, start, runId(compiled.name, runs))];
}

/** `since` a fact; absent, the event's instant. */
export function startOf({ scope, at }: Opening, compiled: CompiledStep): string {
  if (!compiled.opens.since) return at;
  const since = plain(compiled.opens.since.evaluate(scope));
  if (since === null) return at;
  if (typeof since === 'string') return since;
  throw new EvaluationFault(compiled.opens.since.source, 'is no instant');
}

export interface RunPart {
  readonly member?: number;
  /** Where its own window begins, if not where its due counts from. */
  readonly begins?: string;
  readonly line?: string;
  readonly scope?: RunScope;
  readonly due?: CompiledStep['due'];
  /** The member of a series. */
  readonly item?: CompiledItem;
}

export function openRun(opening: Opening, compiled: CompiledStep, start: string, id: string, part: RunPart = {}): StepState {
  const { session, at, matter, by } = opening;
  const scope = part.scope ?? opening.scope;
  const { calendar } = session.policy;
  const promised = dueOf(part.due ?? compiled.due, start, calendar, scope);
  // A promise that says nothing by when is due like anything else without a limit.
  const due = promised ?? (compiled.silent ? undefined : fallbackDue(session, start, scope));
  const begins = part.begins ?? start;
  const warn = compiled.warn && warnOf(compiled.warn, begins, due, calendar, scope);
  const cited = citedItem(compiled, promised, part.item);
  return {
    id,
    name: compiled.name,
    act: compiled.act.kind === undefined ? compiled.act.name : `${compiled.act.kind}.${compiled.act.name}`,
    citation: cited.citation,
    who: compiled.silent ? [] : debtors(session, compiled, matter, at, scope),
    ...(compiled.whole && { whole: true }),
    ...(compiled.silent && { silent: true }),
    openedAt: at,
    startedAt: begins,
    starter: by,
    ...dueParts(due),
    ...(warn && { warnAt: warn.at }),
    open: true,
    ...(part.member !== undefined && { member: part.member }),
    ...(part.line !== undefined && { line: part.line }),
    why: { item: cited.item, policy: session.policy.hash, ...due?.why, ...(warn && { warn: warn.why }) },
  };
}

/**
 * What a run cites: the exception that chose its due; a series' member with a rule of its own; of several values the one that was the
 * earliest, where its rule is one of the step's; else the step.
 */
export function citedItem(compiled: CompiledStep, due: ResolvedDue | undefined, member?: CompiledItem): Pick<CompiledItem, 'item' | 'citation'> {
  if (due?.by?.as === 'exception') return due.by;
  const ownMember = member !== undefined && member.citation.rule !== compiled.citation.rule;
  if (due?.by?.as === 'among' && !ownMember && compiled.rules.has(due.by.citation.rule)) return due.by;
  return member ?? compiled;
}

export function dueParts(due: ResolvedDue | undefined): Pick<StepState, 'dueAt' | 'inclusive' | 'provisional'> {
  return due ? { dueAt: due.at, inclusive: due.inclusive, ...(due.provisional !== undefined && { provisional: due.provisional }) } : {};
}

/** `sign`, then `sign#2` …; lines `fit/valve`, series `callbacks[1]`. */
export function runId(name: string, runs: readonly StepState[], suffix = ''): string {
  const count = runs.filter((run) => run.name === name && run.id.replace(/#\d+$/, '') === `${name}${suffix}`).length;
  return count === 0 ? `${name}${suffix}` : `${name}${suffix}#${count + 1}`;
}

/** Members open together; window n begins when n−1's ends. */
function openSeries(opening: Opening, compiled: CompiledStep, runs: readonly StepState[], start: string): readonly StepState[] {
  let begins = start;
  return compiled.series.map((member, index) => {
    const run = openRun(opening, compiled, start, runId(compiled.name, runs, `[${index}]`), { member: index, begins, due: member.due, item: member.item });
    begins = run.dueAt ?? begins;
    return run;
  });
}

function openPerLine(opening: Opening, compiled: CompiledStep, runs: readonly StepState[], start: string, field: string): readonly StepState[] {
  const keyField = opening.session.kind.fields.get(field)?.lineKey;
  const lines = opening.matter.facts[field];
  if (keyField === undefined || !Array.isArray(lines)) return [];
  return (lines as readonly FactMap[]).map((facts) => {
    const key = String(facts[keyField]);
    return openRun(opening, compiled, start, runId(compiled.name, runs, `/${key}`), { line: key, scope: opening.session.scope(opening.at, { matter: opening.matter, line: { kind: opening.session.kind.name, field, facts } }) });
  });
}
