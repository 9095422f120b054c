import { alarm, claimsOf, needsOfAlarm, needsOfEvent, observe, SYSTEM } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Directory, EngineEvent, FactMap, Facts, Matter, NumberRequest, Outcome, Refusal, ResolvedEffect, Together } from '@huiyin/regulation-engine';
import { serviceOfId } from '@huiyin/contracts-kernel';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { StoredMatter } from '@huiyin/platform-persistence';
import { TransientFault } from '@huiyin/platform-messaging';
import { commitOutcome } from '../commit/commit-outcome.ts';
import { commitTogether } from '../commit/commit-together.ts';
import type { Conclusion } from '../commit/draw-numbers.ts';
import { STAFF_KIND } from '../directory/staff-directory.ts';
import { withAnswers } from '../facts/answer-queries.ts';
import { gatherFacts } from '../facts/gather-facts.ts';
import { decideAct } from './decide-act.ts';
import { companionMembers, joined } from './members-of.ts';
import { openHelpTask, refusedSource } from './open-help-task.ts';
import { refusalOfFault } from './domain-fault.ts';
import { refusedEffect, refusedOpening } from './refused-effect.ts';
import type { Wanted } from './refused-effect.ts';
import type { HostServices } from './perform-act.ts';

type TargetedEffect = Extract<ResolvedEffect, { verb: 'open' | 'act' }>;

/** What an event makes of one target, and of the matters that effects take along with it. */
interface Draft {
  matter: Matter | undefined;
  events: EngineEvent[];
  numbers: NumberRequest[];
  readonly others: Map<string, Conclusion>;
  readonly known: Map<string, StoredMatter>;
}

/**
 * What a service does with an event: the effects aimed at it are performed as `system`, and its matters that are linked
 * with the source react. Each target is changed by one update that also notes the source's seq, so a repeated delivery
 * changes nothing.
 */
export async function receiveEvent(host: HostServices, event: MatterEvent, after: Matter): Promise<void> {
  if (event.kind === STAFF_KIND) await host.directory.learn(after);
  await openHelpTask(host, event);
  const { parts } = host;
  const matters = parts.matters.forTenant(event.tenant);
  const effects = event.data.effects.filter((effect): effect is TargetedEffect => (effect.verb === 'open' || effect.verb === 'act') && effect.service === parts.service);
  const linked = await matters.linkedTo(event.aggregate);
  const source = refusedSource(event);
  const pointedAt = [...Object.values(after.links), ...(source === undefined ? [] : [source])].filter((id) => serviceOfId(id) === parts.service);
  const targets = new Set([...effects.map((effect) => effect.target), ...linked.map((stored) => stored.id), ...pointedAt]);
  targets.delete(event.aggregate);
  for (const target of [...targets].sort()) {
    await applyTo(host, target, event, after, effects.filter((effect) => effect.target === target));
  }
}

/** What is left out at a further try because it made the first one impossible: the effects' acts, then also what the matter does by itself. */
type Refused = { readonly what: 'effects' | 'all'; readonly refusals: readonly Refusal[] };

async function applyTo(host: HostServices, target: string, event: MatterEvent, after: Matter, effects: readonly TargetedEffect[], refused?: Refused): Promise<void> {
  const { parts } = host;
  const matters = parts.matters.forTenant(event.tenant);
  const before = await matters.load(target);
  if ((before?.sources[event.aggregate] ?? 0) >= event.seq) return;
  if (!before && !effects.some((effect) => effect.verb === 'open')) return;
  const directory = await host.directory.of(event.tenant);
  const policy = await host.policies.get(before?.matter.policy ?? event.policy);
  const draft: Draft = { matter: before?.matter, events: [], numbers: [], others: new Map(), known: new Map(before ? [[before.id, before]] : []) };
  for (const effect of effects) {
    if (refused) refuse(host, draft, effect, refused.refusals, event);
    else await applyEffect(host, draft, policy, directory, effect, event, after);
  }
  if (draft.matter && before && refused?.what !== 'all') await react(host, draft, policy, directory, event, after);
  if (before && refused?.what === 'all' && effects.length === 0) refuse(host, draft, reactionTo(event), refused.refusals, event);
  if (!draft.matter || draft.events.length === 0) return;
  const given = { directory, cause: { causationId: event.id, correlationId: event.correlationid }, simulated: event.simulated === true };
  const conclusion = { matter: draft.matter, events: draft.events, numbers: draft.numbers, unique: claimsOf(policy, draft.matter) };
  const companions = await companionMembers(host.policies, [...draft.others.values()], draft.known, directory, given);
  const committed = await commitTogether(parts, matters, [{ before, conclusion, context: { policy, ...given, applied: { [event.aggregate]: event.seq } } }, ...companions]);
  if (committed.result === 'conflict') throw new TransientFault(`matter ${target} changed meanwhile`);
  if (committed.result !== 'refused') return;
  if (refused?.what === 'all') throw new Error(`what was refused on ${target} could not be stored`);
  await applyTo(host, target, event, after, effects, { what: refused || effects.length === 0 ? 'all' : 'effects', refusals: committed.refusals });
}

async function applyEffect(host: HostServices, draft: Draft, policy: CompiledPolicy, directory: Directory, effect: TargetedEffect, event: MatterEvent, after: Matter): Promise<void> {
  const existing = draft.matter;
  if (effect.verb === 'open' && existing) return;
  const input: FactMap = effect.verb === 'open' && effect.link ? { ...effect.input, [effect.link.field]: event.aggregate } : effect.input;
  const create = existing ? undefined : { id: effect.target, tenant: event.tenant, service: host.parts.service };
  const deciding = { tenant: event.tenant, directory, now: event.now, known: draft.known, better: (facts: Facts) => asDrafted(withSource(facts, after), draft) };
  const decided = await decideAct(host, deciding, { policy, matter: existing, kind: effect.kind, command: { act: effect.act, input, actor: SYSTEM, ...(effect.countsAt !== undefined && { countsAt: effect.countsAt }) }, create });
  if (decided.ok) addAll(draft, decided.outcomes);
  else refuse(host, draft, effect, decided.refusals, event, decided.left);
}

/** A fault that the policy or a fact causes holds up nothing: it is told like a refused effect. */
async function react(host: HostServices, draft: Draft, policy: CompiledPolicy, directory: Directory, event: MatterEvent, after: Matter): Promise<void> {
  if (!draft.matter) return;
  try {
    const gathered = withSource(await gatherFacts(host.parts, event.tenant, directory, draft.matter, {}), after);
    const facts = await withAnswers(host.parts, event.tenant, policy, needsOfEvent(policy, draft.matter, event.data).queries, { matter: draft.matter }, gathered, event.now);
    const outcome = observe(policy, draft.matter, event.data, after, facts, event.now);
    if (outcome.ok) add(draft, outcome);
  } catch (fault) {
    const refusal = refusalOfFault(fault, { rule: `core/${draft.matter.kind}` });
    if (!refusal) throw fault;
    refuse(host, draft, reactionTo(event), [refusal], event);
  }
}

const reactionTo = (event: MatterEvent): Wanted => ({ id: '', act: event.data.type, citation: event.data.citation ?? { rule: 'core/policy' } });

function add(draft: Draft, outcome: Extract<Outcome, { ok: true }>): void {
  draft.matter = outcome.matter;
  draft.events.push(...outcome.events);
  draft.numbers.push(...outcome.numbers);
}

function addAll(draft: Draft, outcomes: Extract<Together, { ok: true }>['outcomes']): void {
  const [first] = outcomes;
  for (const outcome of outcomes) {
    if (outcome.matter.id === first?.matter.id) add(draft, outcome);
    else draft.others.set(outcome.matter.id, joined(draft.others.get(outcome.matter.id), outcome));
  }
}

function refuse({ parts }: HostServices, draft: Draft, wanted: Wanted | TargetedEffect, refusals: readonly Refusal[], event: MatterEvent, left?: Extract<Together, { ok: false }>['left']): void {
  if (draft.matter) draft.events.push(...(left?.events ?? []));
  const settled = draft.matter && (left?.matter ?? draft.matter);
  if (!settled && !('target' in wanted)) return;
  const { matter, refusal } = settled ? refusedEffect(settled, wanted, refusals, event) : refusedOpening(parts.service, wanted as TargetedEffect, refusals, event);
  draft.matter = matter;
  draft.events.push(refusal);
}

/** Matters as the effects before this one leave them. */
function asDrafted(facts: Facts, { others }: Draft): Facts {
  return { ...facts, matter: (id) => others.get(id)?.matter ?? facts.matter(id) };
}

/** The event's own state of the source, whatever newer state a copy may have reached. */
function withSource(facts: Facts, source: Matter): Facts {
  return { ...facts, matter: (id) => (id === source.id ? source : facts.matter(id)) };
}

/** A matter whose alarm is due is settled: what ran out first is missed, at its due instant; what ran out later is the next alarm's, for it may count in another period. */
export async function fireAlarm(host: HostServices, stored: StoredMatter, until: string): Promise<boolean> {
  const now = stored.nextAlarmAt !== null && stored.nextAlarmAt < until ? stored.nextAlarmAt : until;
  const directory = await host.directory.of(stored.tenant);
  const policy = await host.policies.get(stored.matter.policy);
  const gathered = await gatherFacts(host.parts, stored.tenant, directory, stored.matter, {});
  const facts = await withAnswers(host.parts, stored.tenant, policy, needsOfAlarm(policy, stored.matter).queries, { matter: stored.matter }, gathered, now);
  const outcome = alarm(policy, stored.matter, facts, now);
  if (!outcome.ok || outcome.events.length === 0) return false;
  const cause = { causationId: `alarm:${stored.id}:${stored.nextAlarmAt ?? ''}`, correlationId: `alarm:${stored.id}` };
  const committed = await commitOutcome(host.parts, host.parts.matters.forTenant(stored.tenant), stored, outcome, { policy, directory, cause, simulated: stored.simulated });
  return committed.result === 'stored';
}
