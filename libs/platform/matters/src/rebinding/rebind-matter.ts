import { claimsOf, nextStep } from '@huiyin/regulation-engine';
import type { Directory } from '@huiyin/regulation-engine';
import type { StoredMatter } from '@huiyin/platform-persistence';
import { commitOutcome } from '../commit/commit-outcome.ts';
import { mayRead } from '../commit/readers.ts';
import { headOf, replayed } from '../use-cases/perform-act.ts';
import type { PlannedRebinding } from './plan-rebinding.ts';
import type { RebindReply, RebindRequest } from './rebinding.ts';
import { rebindingRefusals } from './rebinding-refusals.ts';
import { planned } from './rebinding-services.ts';
import type { RebindingServices } from './rebinding-services.ts';

/** A lost race is planned again on the newer state this often before the caller is told. */
const RACE_ATTEMPTS = 5;

/**
 * Binds one matter to another policy: an explicit act with actor and reason, recorded as the event `kind.rebind`. Every clock keeps its
 * anchor. With `preview` nothing is stored and the answer says what each promise would become.
 */
export async function rebindMatter(host: RebindingServices, request: RebindRequest): Promise<RebindReply> {
  for (let attempt = 0; attempt < RACE_ATTEMPTS; attempt += 1) {
    const reply = await once(host, request);
    if (reply !== 'again') return reply;
  }
  const latest = await host.parts.matters.forTenant(request.context.tenant).load(request.id);
  return { ok: false, problem: { kind: 'version-conflict', version: latest?.version ?? 0 } };
}

async function once(host: RebindingServices, { context, id, to, reason, expectedVersion, preview }: RebindRequest): Promise<RebindReply | 'again'> {
  const { parts } = host;
  const matters = parts.matters.forTenant(context.tenant);
  const before = await matters.load(id);
  if (!before || !mayRead(before.readers, context.readers)) return { ok: false, problem: { kind: 'not-found' } };
  const directory = await host.directory.of(context.tenant);
  const repeated = await replayed(matters, before, context, directory);
  if (repeated) return repeated.ok ? { ok: true, head: repeated.head, rebinding: nothingMoved(before), replayed: true } : repeated;
  if (expectedVersion !== undefined && expectedVersion !== before.version) return { ok: false, problem: { kind: 'stale', version: before.version } };
  const policy = await host.policies.get(to);
  const refusals = rebindingRefusals(policy, before.matter);
  if (refusals.length > 0) return { ok: false, problem: { kind: 'refused', refusals, policy: before.matter.policy } };
  const plan = await planned(host, before.matter, to, directory, { actor: context.actor, now: context.now, ...(reason !== undefined && { reason }) });
  if (preview) return previewed(before, plan, directory);
  const command = context.commandKey ? { command: { key: context.commandKey, bodyHash: context.bodyHash ?? '' } } : {};
  const cause = { causationId: context.commandKey ?? context.correlationId, correlationId: context.correlationId };
  const conclusion = { matter: plan.matter, events: plan.events, numbers: [], unique: claimsOf(policy, plan.matter) };
  const committed = await commitOutcome(parts, matters, before, conclusion, { policy, directory, cause, simulated: context.simulated, ...command });
  if (committed.result === 'refused') return { ok: false, problem: { kind: 'refused', refusals: committed.refusals, policy: to } };
  return committed.result === 'stored' ? { ok: true, head: headOf(committed.stored, directory), rebinding: plan.rebinding } : 'again';
}

function previewed(before: StoredMatter, { matter, rebinding }: PlannedRebinding, directory: Directory): RebindReply {
  const ownerName = matter.owner ? directory.person(matter.owner)?.name : undefined;
  return { ok: true, head: { matter, version: before.version, next: nextStep(matter), ownerName, readers: before.readers }, rebinding };
}

/** The answer to a repeated command: what was done stands on the matter's timeline. */
function nothingMoved({ matter }: StoredMatter): Extract<RebindReply, { ok: true }>['rebinding'] {
  return { id: matter.id, kind: matter.kind, ...(matter.number !== undefined && { number: matter.number }), from: matter.policy, to: matter.policy, dues: [], facts: [], notOpened: [], opened: [] };
}
