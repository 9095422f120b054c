import { EvaluationFault } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledAct, CompiledField } from '../compile/compiled-act.ts';
import { NEW } from '../compile/kind-head.ts';
import { applyChange } from '../evolve/evolve.ts';
import type { FactMap, FactValue, Matter, Permit, Reason, StepState } from '../matter/matter.ts';
import { derive } from '../react/derive.ts';
import type { Command, Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import { placeholders } from '../describe/placeholders.ts';
import { roundedFor } from '../scope/rounded-for.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { checkActor } from './check-actor.ts';
import { checkGates, faultRefusal } from './check-gates.ts';
import { checkInput } from './check-input.ts';
import type { CheckedInput } from './check-given.ts';
import { extensionOf } from './extension.ts';
import type { Extension } from './extension.ts';
import { licenceOf, newLicence, used } from './licence.ts';
import { lineOf, withLine } from './line-facts.ts';
import { inOrder, refusal } from './refusals.ts';
import { sealedRefusals, watchedSeals } from './sealed.ts';
import { unknownFacts } from './unknown-facts.ts';
import { watchedRefusals } from './watched.ts';

export interface Decision {
  readonly refusals: readonly Refusal[];
  readonly watched: readonly Refusal[];
  /** The input is complete and of the right types: what refuses is who tried, or a matter of fact. */
  readonly wellFormed: boolean;
  /** Input that passed the field checks, with defaults and stamps. */
  readonly input: FactMap;
  /** Facts the act sets, derived ones included. */
  readonly set: FactMap;
  readonly reasons: Readonly<Record<string, Reason>>;
  readonly state?: string;
  /** A run that the act extends. */
  readonly extension?: StepState;
  /** Why derived facts could not be computed; `set` is then what was given alone. */
  readonly incomputable?: EvaluationFault;
  /** Licences given or used. */
  readonly permits: readonly Permit[];
}

/** Decides an act on a matter as it stands: every failing gate, in order. Pure; nothing is raised. An expression that fails refuses, wherever it stands. */
export function decide(session: Session, act: CompiledAct, command: Command, at: string): Decision {
  try {
    return decided(session, act, command, at);
  } catch (error) {
    if (error instanceof EvaluationFault) return { refusals: [faultRefusal(error, act)], watched: [], wellFormed: true, input: {}, set: {}, reasons: {}, permits: [] };
    throw error;
  }
}

function decided(session: Session, act: CompiledAct, command: Command, at: string): Decision {
  const { matter, kind, policy } = session;
  const found: Refusal[] = [...stateRefusals(act, matter, kind.final)];
  const bySystem = command.actor.kind === 'system';
  const lines = act.line === undefined ? undefined : kind.fields.get(act.line);
  if (act.line !== undefined && (command.line === undefined || !lines?.lineKey)) found.push(refusal('form', 'required', act.citation, { field: act.line, act: act.name }, act.line));
  const line = act.line !== undefined && command.line !== undefined ? lineOf(matter.facts, act.line, command.line, lines?.lineKey) : undefined;
  const scope = session.scope(at, { matter, actor: command.actor.id, ...(line && { line: { kind: kind.name, field: act.line!, facts: line } }) });
  const checked = checkInput({ session, scope, at, bySystem }, act, command.input, line ?? matter.facts);
  scope.set({ act: { kind: kind.name, input: checked.input, ...(act.line !== undefined && { line: act.line }) } });
  const outcome = foresee(session, scope, act, command, checked.input, at);
  scope.set({ after: outcome.after });
  // A customer who is named by the act itself (a creating one) is looked for in the matter as it would be.
  const whose = matter.state === NEW ? outcome.after : matter;
  const refused = checkActor(session, scope, act, whose, command.actor, command.onBehalfOf, at);
  const licence = refused.length > 0 ? licenceOf(matter, act, command.actor) : undefined;
  const actor = licence ? [] : refused;
  const gates = checkGates(scope, act, unknownFacts(kind, checked.withheld), (code) => placeholders(policy, act.pack, code));
  const special = specialOf(session, scope, act, checked, command, at);
  found.push(...actor, ...checked.invalid, ...special.refusals, ...sealedRefusals(session, outcome.set), ...tooManyLines(lines, outcome.after), ...gates.refusals, ...checked.incomplete, ...turnRefusals(act, matter, bySystem));
  // What cannot be computed because a field is missing is that field's refusal, not another.
  if (outcome.fault && (checked.withheld.size === 0 || found.length === 0)) found.push(faultRefusal(outcome.fault, act));
  const target = found.length > 0 ? {} : targetOf(scope, act);
  if (target.fault) found.push(faultRefusal(target.fault, act));
  return {
    refusals: inOrder(found), watched: inOrder([...watchedRefusals(session, scope, act, command, outcome.after, at), ...watchedSeals(session, outcome.set), ...gates.watched]), wellFormed: checked.invalid.length + checked.incomplete.length === 0, input: checked.input, set: outcome.set, reasons: outcome.reasons, permits: [...special.permits, ...(licence ? [used(licence)] : [])],
    ...(outcome.fault && { incomputable: outcome.fault }), ...(special.run && { extension: special.run }), ...(target.state !== undefined && { state: target.state }),
  };
}

const NOTHING_SPECIAL: Extension & { readonly permits: readonly Permit[] } = { refusals: [], permits: [] };

/** Acts of the language itself: extensions and licences. */
function specialOf(session: Session, scope: RunScope, act: CompiledAct, { input, withheld, incomplete }: CheckedInput, command: Command, at: string): Extension & { readonly permits: readonly Permit[] } {
  const { special } = act;
  if (!special || withheld.size + incomplete.length > 0) return NOTHING_SPECIAL;
  if ('extend' in special) return { ...extensionOf(session, scope, act, session.kind.steps.get(special.extend)!, input, command, at), permits: [] };
  return { refusals: [], permits: [newLicence(session.matter, session.kind.acts.get(special.permit)!, input, command.actor, at)] };
}

interface Foreseen {
  readonly set: FactMap;
  readonly reasons: Readonly<Record<string, Reason>>;
  /** Without the derived facts where one could not be computed. */
  readonly after: Matter;
  readonly fault?: EvaluationFault;
}

/** The matter as the act would leave it: its input, the act's own assignments, the tables. */
function foresee(session: Session, scope: RunScope, act: CompiledAct, command: Command, input: FactMap, at: string): Foreseen {
  const { matter, kind } = session;
  const lines = act.line === undefined ? undefined : kind.fields.get(act.line);
  const given = act.special || act.access ? {} : command.line !== undefined && lines?.lineKey !== undefined ? withLine(matter.facts, lines, command.line, input) : act.line === undefined ? input : {};
  try {
    const assigned = { ...given, ...assignments(scope, session, act, command.line, given) };
    const derived = derive(session, applyChange(matter, { set: assigned }), at);
    return { set: { ...assigned, ...derived.set }, reasons: derived.reasons, after: derived.matter };
  } catch (error) {
    if (error instanceof EvaluationFault) return { set: given, reasons: {}, fault: error, after: applyChange(matter, { set: given }) };
    throw error;
  }
}

function stateRefusals(act: CompiledAct, matter: Matter, final: ReadonlySet<string>): readonly Refusal[] {
  const ended = final.has(matter.state);
  const allowed = act.from ? act.from.has(matter.state) && !(ended && act.to.length > 0) : matter.state !== NEW && (act.access || !ended);
  return allowed ? [] : [refusal('gate', 'wrongState', act.citation, { act: act.name, state: matter.state, ...(act.from && { from: [...act.from] }) })];
}

/** A line that an act adds counts against the field's `max`. */
function tooManyLines(field: CompiledField | undefined, after: Matter): readonly Refusal[] {
  const lines = field && after.facts[field.name];
  if (field?.max === undefined || !Array.isArray(lines) || lines.length <= field.max) return [];
  return [refusal('gate', 'outOfRange', field.citation, { field: field.name, value: lines.length, max: field.max }, field.name)];
}

/** `turn: true`: only while an open step asks for the act. */
function turnRefusals(act: CompiledAct, matter: Matter, bySystem: boolean): readonly Refusal[] {
  if (!act.turn || bySystem || matter.steps.some((step) => step.open && step.act === act.name)) return [];
  return [refusal('turn', 'notYourTurn', act.citation, { act: act.name })];
}

function assignments(scope: RunScope, session: Session, act: CompiledAct, line: string | undefined, input: FactMap): FactMap {
  const set: Record<string, FactValue> = {};
  const lines = act.line === undefined ? undefined : session.kind.fields.get(act.line);
  for (const { field, expression } of act.set) {
    const value = plain(expression.evaluate(scope));
    const sub = lines?.lineFields?.get(field);
    if (sub && line !== undefined && lines) Object.assign(set, withLine({ ...session.matter.facts, ...input, ...set }, lines, line, { [field]: roundedFor(sub, value) }));
    else set[field] = roundedFor(session.kind.fields.get(field), value);
  }
  return set;
}

/** First row that fits; no row: the state stays. */
function targetOf(scope: RunScope, act: CompiledAct): { readonly state?: string; readonly fault?: EvaluationFault } {
  try {
    const row = act.to.find((candidate) => !candidate.if || candidate.if.test(scope));
    return row ? { state: row.state } : {};
  } catch (error) {
    if (error instanceof EvaluationFault) return { fault: error };
    throw error;
  }
}
