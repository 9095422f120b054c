import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import { applyChange, evolve } from '../evolve/evolve.ts';
import type { EngineEvent, MatterChange } from '../matter/event.ts';
import type { Matter } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { derive } from './derive.ts';
import { isEmpty, joined } from './draft.ts';
import type { Draft } from './draft.ts';
import { edgesOf } from './edges.ts';
import { askForHelp } from './ask-for-help.ts';
import type { ActionContext, Consequences } from './effect-context.ts';
import { effectsOf } from './effects-of.ts';
import { atTheEnd } from './at-the-end.ts';
import { stepChanges } from './step-changes.ts';
import type { Transition } from './transition.ts';

const DEPTH = 12;

/**
 * Raises an event and everything it entails, depth first: derived facts → steps done, dropped, opened → effects → the steps' own events.
 * `optional`: an event that changes nothing and has no consequence is not raised (something heard of a linked matter).
 */
export function raise(session: Session, draft: Draft, optional = false, depth = 0): void {
  if (depth > DEPTH) throw new EvaluationFault(draft.type, 'events set each other off without end');
  const held: Consequences = { effects: [], change: {} };
  const at = draft.at;
  const before = session.matter;
  const base = applyChange(before, draft.change);
  const context = (matter: Matter, scope: RunScope): ActionContext => ({ session, scope, matter, at, type: draft.type, eventId: `${before.id}:${before.seq + 1}` });
  const onFault = (item: { readonly item: string; readonly citation: CompiledStep['citation'] }, fault: EvaluationFault): void => {
    if (session.mode === 'act') throw fault;
    askForHelp(context(base, session.scope(at, { matter: base })), item.item, item.citation, fault.message, held);
  };

  const facts = touchesFacts(draft) ? derive(session, base, at, onFault) : { matter: base, set: {}, reasons: {} };
  const heard = draft.heard ?? { type: draft.type, kind: session.kind.name, at, by: draft.by.id };
  const scope = session.scope(at, { matter: facts.matter, event: heard, actor: draft.by.id, ...(draft.run?.starter !== undefined && { starter: draft.run.starter }) });
  const edges = edgesOf(session, facts.matter, scope, onFault);
  const types = namesOf(session, heard.type);
  const transitions = atTheEnd(session, facts.matter, at, stepChanges({ session, matter: facts.matter, scope, at, by: draft.by.id, types, line: draft.line, edges, onFault }));
  const stepped = transitions.length === 0 ? facts.matter : applyChange(facts.matter, { steps: transitions.map(({ step }) => step) });

  let change = joined(draft.change, { ...(Object.keys(facts.set).length > 0 && { set: facts.set, reasons: facts.reasons }), ...(Object.keys(edges.flags).length > 0 && { flags: edges.flags }) });
  const silent = transitions.filter(({ event }) => event === undefined).map(({ step }) => step);
  if (silent.length > 0) change = joined(change, { steps: silent });
  if (stepped !== facts.matter) scope.set({ matter: stepped });
  const consequences = effectsOf(
    { ...context(stepped, scope), ...(draft.run && { run: draft.run }), ...(draft.run?.starter !== undefined && { starter: draft.run.starter }) },
    { types, changed: new Set(Object.keys(change.set ?? {})), ...missed(session, draft) },
  );
  change = joined(change, joined(consequences.change, held.change));
  const effects = [...(draft.effects ?? []), ...held.effects, ...consequences.effects];
  const followUps = transitions.filter((transition) => transition.event !== undefined);
  if (optional && isEmpty(change) && effects.length === 0 && followUps.length === 0) return;

  append(session, draft, withLinks(session, change), effects);
  for (const transition of followUps) raise(session, stepDraft(session, draft, transition), false, depth + 1);
}

function append(session: Session, draft: Draft, change: MatterChange, effects: EngineEvent['effects']): void {
  const created = session.matter.seq === 0;
  const event: EngineEvent = {
    type: draft.type, kind: session.kind.name, seq: session.matter.seq + 1, at: draft.at, by: draft.by, policy: session.matter.policy,
    ...(draft.for && { for: draft.for }), ...(draft.citation && { citation: draft.citation }), ...(draft.line !== undefined && { line: draft.line }),
    ...(draft.run && { step: draft.run.id }), ...(draft.refusals && { refusals: draft.refusals }), ...(draft.data && { data: draft.data }),
    change, effects,
  };
  session.matter = evolve(created ? undefined : session.matter, event);
  session.events.push(event);
}

function stepDraft(session: Session, cause: Draft, { event, step }: Transition): Draft {
  return { type: `${session.kind.name}.${step.name}.${event}`, at: cause.at, by: cause.by, citation: step.citation, run: step, change: { steps: [step] }, ...(cause.line !== undefined && { line: cause.line }) };
}

/** Every name an event answers to: its own, `kind.*.missed` for a step's, and those of the core kind of a variant. */
export function namesOf(session: Session, type: string): readonly string[] {
  const parts = type.split('.');
  const names = parts.length === 3 ? [type, `${parts[0]}.*.${parts[2]}`] : [type];
  const { is, name } = session.kind;
  return is !== undefined && parts[0] === name ? [...names, ...names.map((each) => `${is}${each.slice(name.length)}`)] : names;
}

/** A step's own event changes no fact; only what the tables could read makes them look again. */
function touchesFacts({ change, heard }: Draft): boolean {
  return heard !== undefined || change.set !== undefined || change.state !== undefined || change.did !== undefined || change.created !== undefined;
}

function missed(session: Session, { run, type }: Draft): { missed?: { quiet: boolean; owing: readonly string[] } } {
  if (!run || !type.endsWith('.missed')) return {};
  const owing = run.whole ? [session.matter.owner].filter((id) => id !== undefined) : run.who;
  return { missed: { quiet: session.kind.steps.get(run.name)?.quiet ?? false, owing } };
}

function withLinks(session: Session, change: MatterChange): MatterChange {
  const links: Record<string, string> = { ...change.links };
  for (const [name, value] of Object.entries(change.set ?? {})) {
    if (session.kind.fields.get(name)?.type === 'ref' && typeof value === 'string') links[name] = value;
  }
  return Object.keys(links).length > 0 ? { ...change, links } : change;
}
