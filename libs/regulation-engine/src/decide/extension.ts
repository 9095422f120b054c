import { dueInstantAt, isLate, parseDue } from '@huiyin/deadline-rules';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledAct } from '../compile/compiled-act.ts';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { FactMap, StepState } from '../matter/matter.ts';
import { recounted } from '../react/pauses.ts';
import type { Command, Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import { figureOf } from '../scope/values-view.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { refusal } from './refusals.ts';

export interface Extension {
  readonly refusals: readonly Refusal[];
  /** The run with its new due. */
  readonly run?: StepState;
}

/** `extend<Step>`: by the duration asked for (left out: the longest there is), while the run is not late, so often and so far as the step says. */
export function extensionOf(session: Session, scope: RunScope, act: CompiledAct, step: CompiledStep, input: FactMap, command: Command, at: string): Extension {
  const refuse = (code: string, facts: FactMap = {}): Extension => ({ refusals: [refusal('gate', code, act.citation, { step: step.name, ...facts })] });
  const run = session.matter.steps.find((each) => each.name === step.name && each.open && !each.silent && (command.line === undefined || each.line === command.line));
  if (run?.dueAt === undefined) return refuse('nothingToExtend');
  const before = { at: run.dueAt, inclusive: run.inclusive ?? true };
  if (run.verdict !== undefined || isLate(before, at)) return refuse('extensionTooLate', { dueAt: run.dueAt });
  const made = run.extensions ?? [];
  if (made.length >= step.extend!.times) return refuse('extendedBefore', { times: made.length });
  const most = mostOf(step, scope);
  const asked = typeof input['duration'] === 'string' ? input['duration'] : most;
  if (asked === undefined) return refuse('required', { field: 'duration' });
  const extended = lengthened(session, run, asked, command, input, at);
  const limit = most === undefined ? undefined : later(session, made[0]?.from ?? run.dueAt, run.inclusive ?? true, most);
  return limit !== undefined && extended.dueAt! > limit.at ? refuse('extensionTooLong', { most: most!, duration: asked, limit: limit.at }) : { refusals: [], run: extended };
}

function mostOf({ extend, name }: CompiledStep, scope: RunScope): string | undefined {
  const { most } = extend!;
  if (most === undefined || typeof most === 'string') return most;
  const figure = figureOf(most, scope);
  if (typeof figure === 'string') return figure;
  throw new EvaluationFault(`value:${most.name}`, `is no duration to extend ${name} by`);
}

function lengthened(session: Session, run: StepState, spec: string, { actor }: Command, input: FactMap, at: string): StepState {
  const record = { at, by: actor.id, spec, from: run.dueAt!, ...(typeof input['reason'] === 'string' && { reason: input['reason'] }) };
  const noted: StepState = { ...run, extensions: [...(run.extensions ?? []), record], extended: (run.extended ?? 0) + 1 };
  const counted = recounted(session, noted, at);
  if (counted !== noted) return counted;
  const due = later(session, run.dueAt!, run.inclusive ?? true, spec);
  return { ...noted, dueAt: due.at, inclusive: due.inclusive };
}

/** A due moved on: what ends with a day ends with a later day, not one more. */
function later({ policy }: Session, due: string, inclusive: boolean, spec: string): { readonly at: string; readonly inclusive: boolean } {
  const parsed = parseDue(spec);
  const from = inclusive || parsed.kind === 'elapsed' ? due : new Date(Date.parse(due) - 1).toISOString();
  const moved = dueInstantAt(parsed, from, policy.calendar);
  return { at: moved.at, inclusive: parsed.kind === 'elapsed' ? inclusive : moved.inclusive };
}
