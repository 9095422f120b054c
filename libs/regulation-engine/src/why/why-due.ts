import { before, computeStopwatch, dueAt, explainText, parseDue } from '@huiyin/deadline-rules';
import type { Due, DuePolicy } from '@huiyin/deadline-rules';
import type { FactMap, StepState } from '../matter/matter.ts';
import { isDueText } from '../compile/compile-due.ts';
import { countedText } from '../react/counted-text.ts';
import { countingOf, stopwatchEvents } from '../react/pauses.ts';
import type { Session } from '../run/session.ts';
import { exceptionsTried, valuesRead } from './traces.ts';
import type { WhyAnswer } from './why-answer.ts';

/** Why a step is due when it is: recomputed from its anchor by the deadline rules, its calendar steps told in three languages. `dueAt:<step>` for its last run, `dueAt:<run id>` (the first is `<step>#1`), or `dueAt` for the next one. */
export function whyDue(session: Session, fact: string, now: string): WhyAnswer | undefined {
  const { matter, policy, kind } = session;
  const wanted = fact.slice('dueAt:'.length);
  const run = wanted === '' ? nextOf(matter.steps) : (matter.steps.findLast(({ name }) => name === wanted) ?? matter.steps.find(({ id }) => id === wanted) ?? matter.steps.find(({ id }) => `${id}#1` === wanted));
  if (!run) return undefined;
  const text = String(run.why['due'] ?? '');
  const valueName = typeof run.why['value'] === 'string' ? run.why['value'] : undefined;
  const pack = typeof run.why['pack'] === 'string' ? run.why['pack'] : '';
  const value = valueName === undefined ? undefined : policy.valueOf(pack, valueName);
  const due = withRestarts(recomputed(session, run, text, countingOf(session, run)), run);
  const compiled = kind.steps.get(run.name);
  const scope = session.scope(now);
  return {
    schema: 'why.v1', fact, value: run.dueAt ?? null, item: String(run.why['item'] ?? ''), citation: run.citation,
    inputs: { start: run.startedAt, due: text, ...(run.why['others'] !== undefined && { others: run.why['others'] }), ...(run.starter !== undefined && { starter: run.starter }), ...whoInstead(run) },
    tried: [],
    exceptions: compiled?.due.type === 'unless' ? exceptionsTried(compiled.due.unless, scope) : exceptionsTried(value?.unless ?? [], scope),
    values: valueName === undefined ? [] : valuesRead(policy, pack, [`values.${valueName}`], scope),
    due: {
      startedAt: run.startedAt, spec: text, lines: linesOf(run, text, due),
      ...(run.dueAt !== undefined && { dueAt: run.dueAt }), ...(run.inclusive !== undefined && { inclusive: run.inclusive }),
      ...(run.provisional !== undefined && { provisional: run.provisional }), ...(run.restarts && { restarts: run.restarts }), ...(due && { explanation: due.explanation }),
    },
  };
}

/** Of a fallback: who cares but may do nothing here, or that nobody above him may either. */
export function whoInstead({ why }: StepState): FactMap {
  return { ...(why['insteadOf'] !== undefined && { insteadOf: why['insteadOf'] }), ...(why['nobodyMay'] !== undefined && { nobodyMay: why['nobodyMay'] }) };
}

function recomputed({ policy }: Session, run: StepState, text: string, counting: DuePolicy): Due | undefined {
  const events = stopwatchEvents(run);
  const spec = isDueText(text) || events.length > 0 ? countedText(run, policy.calendar) : undefined;
  try {
    if (typeof run.why['before'] === 'string' && events.length === 0) return before(String(run.why['of']), parseDue(run.why['before']), policy.calendar, counting);
    if (spec === undefined) return undefined;
    if (events.length === 0) return dueAt(parseDue(spec), run.startedAt, policy.calendar, counting);
    return computeStopwatch({ spec, start: run.startedAt, events, policy: counting }, policy.calendar).due;
  } catch {
    return undefined;
  }
}

/** The explanation says when the clock was set back. */
function withRestarts(due: Due | undefined, { restarts }: StepState): Due | undefined {
  return due && restarts ? { ...due, explanation: { ...due.explanation, restarts: restarts.map(({ at }) => at) } } : due;
}

/** What was agreed by an expression, and how pauses, excuses and extensions moved it; of a limit, how it was counted. */
function linesOf(run: StepState, text: string, due: Due | undefined): NonNullable<WhyAnswer['due']>['lines'] {
  const counted = due && { 'zh-CN': explainText(due.explanation, due, 'zh-CN'), 'zh-TW': explainText(due.explanation, due, 'zh-TW'), en: explainText(due.explanation, due, 'en') };
  if (counted && isDueText(text)) return counted;
  const agreed = asAgreed(text, String((due ? run.why['at'] : run.dueAt) ?? run.dueAt ?? ''));
  return counted ? { 'zh-CN': [...agreed['zh-CN'], ...counted['zh-CN']], 'zh-TW': [...agreed['zh-TW'], ...counted['zh-TW']], en: [...agreed.en, ...counted.en] } : agreed;
}

function asAgreed(text: string, at: string): NonNullable<WhyAnswer['due']>['lines'] {
  return { 'zh-CN': [`按约定时间：${text} = ${at}`], 'zh-TW': [`按約定時間：${text} = ${at}`], en: [`As agreed: ${text} = ${at}`] };
}

function nextOf(steps: readonly StepState[]): StepState | undefined {
  return steps.filter((step) => step.open && step.dueAt !== undefined).sort((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))[0];
}
