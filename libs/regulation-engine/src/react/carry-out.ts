import { plain } from '../cel/plain.ts';
import type { CompiledAction } from '../compile/compiled-kind.ts';
import { EVERYWHERE } from '../compile/merge-kinds.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { recipients, responsible } from '../parties/resolve-persons.ts';
import { roundedFor } from '../scope/rounded-for.ts';
import { assigned, citing, effectId } from './effect-context.ts';
import type { ActionContext, Consequences } from './effect-context.ts';
import { post } from './post.ts';
import { tell } from './tell.ts';
import { THRESHOLD } from '../thresholds/threshold-kind.ts';
import { askForHelp } from './ask-for-help.ts';
import { opening } from './opening.ts';

/** Resolves one action of an effect: everything it names becomes an id or a figure here and now. */
export function carryOut(context: ActionContext, written: CompiledAction, into: Consequences): void {
  const action = citing(context, written);
  if (action.tell) tell(context, action, into);
  if (action.open !== undefined) open(context, action, into);
  if (action.act !== undefined) act(context, action, into);
  if (action.post) post(context, action, into);
  if (action.publish !== undefined) into.effects.push({ id: effectId(context, action), verb: 'publish', name: action.publish, facts: { ...assigned(action, context.scope), matter: context.matter.id }, citation: action.citation });
  if (action.hold) hold(context, action, into);
  if (action.open === undefined && action.act === undefined && action.publish === undefined && action.set.length > 0) {
    const facts = Object.fromEntries(Object.entries(assigned(action, context.scope)).map(([name, value]) => [name, roundedFor(context.session.kind.fields.get(name), value)]));
    into.change = { ...into.change, set: { ...into.change.set, ...facts } };
  }
}

function open(context: ActionContext, action: CompiledAction, into: Consequences): void {
  const { session, matter } = context;
  const id = effectId(context, action);
  const input: FactMap = { ...decisionInput(context, action), ...assigned(action, context.scope) };
  const owner = action.owner && responsible(action.owner, { ...session.people(context.scope, context.at, matter, context.starter), ...concerned(action, input) });
  const effect = opening(context, action, { id, input, ...(owner !== undefined && { owner }) });
  if (!effect) return askForHelp(context, action.item, action.citation, `no act opens a ${action.open}`, into);
  into.effects.push(effect);
  if (action.options) into.change = { ...into.change, asked: { ...into.change.asked, [effect.target]: { item: action.item, ...(context.line !== undefined && { line: context.line }) } } };
  if (action.as === undefined) return;
  into.change = { ...into.change, set: { ...into.change.set, [action.as]: effect.target }, links: { ...into.change.links, [action.as]: effect.target } };
}

/** Whom a decision is about never decides it, nor stands in for who does. */
function concerned(action: CompiledAction, { subject }: FactMap): { readonly never?: readonly string[] } {
  return action.options && typeof subject === 'string' ? { never: [subject] } : {};
}

/** What a decision is asked: its question (the text named, else the rule's words), the choices, and whom a count that asked is about. */
function decisionInput({ session, matter }: ActionContext, action: CompiledAction): FactMap {
  if (!action.options) return {};
  const family = session.policy.kinds.get(action.open!);
  const creating = [...((family?.governed[0]?.kind ?? family?.plain)?.acts.values() ?? [])].find((act) => act.creating);
  const given: FactMap = { options: [...action.options.keys()], question: action.text ?? action.citation.words ?? action.citation.rule, rule: action.citation.rule, ...(matter.kind === THRESHOLD && matter.facts['subject'] !== undefined && { subject: matter.facts['subject'] }) };
  return Object.fromEntries(Object.entries(given).filter(([name]) => creating?.takes.has(name)));
}

/** An act on the own matter waits until this one is done; on another it is an effect of that matter's service. */
function act(context: ActionContext, action: CompiledAction, into: Consequences): void {
  const { session, matter } = context;
  const input = assigned(action, context.scope);
  const targets = targetsOf(context, action);
  for (const [index, target] of targets.entries()) {
    const id = targets.length > 1 ? `${effectId(context, action)}:${index}` : effectId(context, action);
    if (target === matter.id) {
      session.pending.push({ act: action.act!, input, ...(context.line !== undefined && { line: context.line }), onRefused: refusedHandler(context, action) });
      continue;
    }
    const kind = targetKind(context, action, target);
    if (kind === undefined) askForHelp(context, action.item, action.citation, `nothing known as ${target}`, into);
    else into.effects.push({ id, verb: 'act', service: kind.service === EVERYWHERE ? matter.service : kind.service, kind: kind.name, target, act: action.act!, input, ...countedAt(session), citation: action.citation });
  }
}

function countedAt({ countsAt }: ActionContext['session']): { readonly countsAt?: string } {
  return countsAt === undefined ? {} : { countsAt };
}

function targetsOf({ matter, scope }: ActionContext, { on }: CompiledAction): readonly string[] {
  if (!on || 'self' in on) return [matter.id];
  const value: FactValue = 'field' in on ? (matter.facts[on.field] ?? null) : plain(on.expression.evaluate(scope));
  return (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === 'string');
}

function targetKind({ session }: ActionContext, { on }: CompiledAction, target: string): { readonly name: string; readonly service: string } | undefined {
  const declared = on && 'field' in on ? session.kind.fields.get(on.field)?.to : undefined;
  const name = session.facts.matter(target)?.kind ?? declared;
  return name === undefined ? undefined : session.policy.kinds.get(name)?.plain;
}

/** `refused:` says what then; left out, a task for the owner. */
function refusedHandler(context: ActionContext, action: CompiledAction): (rules: readonly string[]) => void {
  return (rules) => {
    const into: Consequences = { effects: [], change: {} };
    if (action.refused) carryOut({ ...context, line: `refused${context.line ?? ''}` }, action.refused, into);
    else askForHelp(context, action.item, action.citation, `${action.act} refused: ${rules.join(', ')}`, into);
    context.session.aftermath.push(into);
  };
}

function hold(context: ActionContext, action: CompiledAction, into: Consequences): void {
  const { session, scope, at, matter, starter } = context;
  const release = recipients(action.hold!.release, session.people(scope, at, matter, starter));
  into.effects.push({ id: effectId(context, action), verb: 'hold', of: plain(action.hold!.of.evaluate(scope)), release, citation: action.citation });
}
