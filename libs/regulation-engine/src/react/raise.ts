import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import { applyChange } from '../evolve/evolve.ts';
import type { MatterChange } from '../matter/event.ts';
import type { FactMap, Matter } from '../matter/matter.ts';
import { SYSTEM } from '../run/session.ts';
import type { Session } from '../run/session.ts';
import type { EventNames, RunScope, ScopeNames } from '../scope/run-scope.ts';
import { nextStep } from '../settle/next-step.ts';
import { derive } from './derive.ts';
import { append } from './append.ts';
import { countsAt } from './counts-at.ts';
import { isEmpty, joined } from './draft.ts';
import type { Draft } from './draft.ts';
import { edgesOf } from './edges.ts';
import { askForHelp } from './ask-for-help.ts';
import type { ActionContext, Consequences } from './effect-context.ts';
import { effectsOf } from './effects-of.ts';
import { namesOf } from './event-names.ts';
import { followPosts } from './follow.ts';
import { atTheEnd } from './at-the-end.ts';
import { refusedElsewhere } from './refused-elsewhere.ts';
import type { RefusedElsewhere } from './refused-elsewhere.ts';
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
    // It is tried again with every event; one task is enough.
    const flag = `held:${item.item}`;
    if (before.flags[flag] || held.change.flags?.[flag]) return;
    held.change = { ...held.change, flags: { ...held.change.flags, [flag]: true } };
    askForHelp(context(base, session.scope(at, { matter: base })), item.item, item.citation, fault.message, held);
  };

  const facts = touchesFacts(draft) ? derive(session, base, at, onFault) : { matter: base, set: {}, reasons: {} };
  const event = eventOf(session, draft);
  const scope = session.scope(at, { matter: facts.matter, event, ...actOf(session, draft), actor: draft.by.id, ...(draft.run?.starter !== undefined && { starter: draft.run.starter }) });
  const edges = edgesOf(session, facts.matter, scope, onFault);
  const types = namesOf(session.policy, event.type);
  const cause = { session, matter: facts.matter, ...(draft.citation && { citation: draft.citation }), scope, at, by: draft.by.id, types, line: draft.line, edges, onFault, watched: [] as FactMap[], extra: [] as CompiledStep[] };
  const transitions = atTheEnd(session, facts.matter, at, stepChanges(cause));
  const stepped = transitions.length === 0 ? facts.matter : applyChange(facts.matter, { steps: transitions.map(({ step }) => step) });

  let change = joined(draft.change, { ...(Object.keys(facts.set).length > 0 && { set: facts.set, reasons: facts.reasons }), ...(Object.keys(edges.flags).length > 0 && { flags: edges.flags }) });
  const silent = transitions.filter(({ event: named }) => named === undefined).map(({ step }) => step);
  if (silent.length > 0) change = joined(change, { steps: silent });
  if (stepped !== facts.matter) scope.set({ matter: stepped });
  const here: ActionContext = { ...context(stepped, scope), event, ...(draft.run && { run: draft.run }), ...(draft.run?.starter !== undefined && { starter: draft.run.starter }) };
  const changed = new Set([...changedFacts(before, change), ...(draft.changed ?? []), ...(draft.heard?.changed ?? [])]);
  const consequences = effectsOf(here, { types, changed, ...missed(session, draft), ...decided(stepped, draft), ...refused(session, stepped, draft) });
  if (touchesFacts(draft) && stepped.follows) followPosts(consequences.change.set ? { ...here, matter: applyChange(stepped, { set: consequences.change.set }) } : here, consequences);
  change = joined(change, joined(consequences.change, held.change));
  const effects = [...(draft.effects ?? []), ...held.effects, ...consequences.effects];
  const followUps = transitions.filter((transition) => transition.event !== undefined);
  const watched = watchedOf(draft, cause.watched, consequences.watched ?? []);
  if (optional && isEmpty(change) && effects.length === 0 && followUps.length === 0 && !watched) return;

  append(session, draft, withLinks(session, change), effects);
  const set = [...changedFacts(stepped, consequences.change)];
  for (const transition of followUps) raise(session, stepDraft(session, draft, transition), false, depth + 1);
  for (const step of cause.extra) raise(session, { type: `${session.kind.name}.${step.name}.extra`, at, by: draft.by, citation: step.citation, change: {} }, false, depth + 1);
  // What effects have set is looked at like what acts give: by tables, conditions and effects of the change.
  if (set.length > 0) raise(session, { type: `${session.kind.name}.refreshed`, at, by: SYSTEM, change: {}, again: true, changed: set }, true, depth + 1);
  if (watched) append(session, { type: `${draft.type}.wouldRefuse`, at, by: draft.by, ...(draft.citation && { citation: draft.citation }), ...watched, change: {} }, {}, []);
}

/** Facts that have another value now than before the event: the same one given again is no change. */
function changedFacts({ facts }: Matter, { set = {} }: MatterChange): ReadonlySet<string> {
  return new Set(Object.entries(set).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(facts[name] ?? null)).map(([name]) => name));
}

/** The event as expressions read it; a linked matter's where that is what is reacted to. */
function eventOf(session: Session, draft: Draft): EventNames {
  if (draft.heard) {
    const { source: _source, data: _data, changed: _changed, ...heard } = draft.heard;
    return { ...heard, countsAt: heard.countsAt ?? heard.at };
  }
  const { run } = draft;
  return {
    type: draft.type, kind: session.kind.name, at: draft.at, by: draft.by.id, countsAt: session.countsAt ?? countsAt(draft.type, draft.at, draft.run), line: draft.line ?? null,
    ...(run && { step: run.name, who: (run.whole ? wholeOwer(session.matter) : run.who[0]) ?? null }),
  };
}

/** What an act was given: only its own event knows. */
function actOf({ kind }: Session, { type, data }: Draft): Pick<ScopeNames, 'act'> {
  if (data === undefined) return {};
  const line = kind.acts.get(type.split('.')[1] ?? '')?.line;
  return { act: { kind: kind.name, input: data, ...(line !== undefined && { line }) } };
}

function watchedOf({ watched }: Draft, opens: readonly FactMap[], does: readonly FactMap[]): Pick<Draft, 'refusals' | 'data'> | undefined {
  if ((watched ?? []).length + opens.length + does.length === 0) return undefined;
  return { refusals: watched ?? [], ...(opens.length + does.length > 0 && { data: { ...(opens.length > 0 && { opens }), ...(does.length > 0 && { does }) } }) };
}

/** A decision that this matter asked for, just taken. */
function decided(matter: Matter, { heard }: Draft): { readonly decided?: Matter } {
  const source = heard?.source;
  return source && matter.asked?.[source.id] && heard.type === `${source.kind}.decide` ? { decided: source } : {};
}

/** An effect of this matter that was refused where it was aimed at. */
function refused({ kind }: Session, matter: Matter, { heard }: Draft): { readonly refused?: RefusedElsewhere } {
  const found = heard && refusedElsewhere(kind, matter, heard.type, heard.data);
  return found ? { refused: found } : {};
}

function stepDraft(session: Session, cause: Draft, { event, step }: Transition): Draft {
  return { type: `${session.kind.name}.${step.name}.${event}`, at: cause.at, by: cause.by, citation: step.citation, run: step, change: { steps: [step] }, ...(cause.line !== undefined && { line: cause.line }) };
}

/** A step's own event changes no fact; only what the tables could read makes them look again. */
function touchesFacts({ change, heard, again }: Draft): boolean {
  return again === true || heard !== undefined || change.set !== undefined || change.state !== undefined || change.did !== undefined || change.created !== undefined;
}

function missed(session: Session, { run, type }: Draft): { missed?: { quiet: boolean; owing: readonly string[] } } {
  if (!run || !type.endsWith('.missed')) return {};
  const owing = run.whole ? [wholeOwer(session.matter)].filter((id) => id !== undefined) : run.who;
  return { missed: { quiet: session.kind.steps.get(run.name)?.quiet ?? false, owing } };
}

/** A limit on the whole matter is owed by whoever has the next step. */
function wholeOwer(matter: Matter): string | undefined {
  return nextStep(matter)?.owner ?? matter.owner;
}

function withLinks(session: Session, change: MatterChange): MatterChange {
  const links: Record<string, string> = { ...change.links };
  for (const [name, value] of Object.entries(change.set ?? {})) {
    if (session.kind.fields.get(name)?.type === 'ref' && typeof value === 'string') links[name] = value;
  }
  return Object.keys(links).length > 0 ? { ...change, links } : change;
}
