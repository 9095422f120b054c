import { claimsOf, evolve, kindsOf, nextStep } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Directory, Matter, Together } from '@huiyin/regulation-engine';
import { mintId } from '@huiyin/contracts-kernel';
import type { ActReply, ActRequest, MatterHead, RpcContext, ServiceName } from '@huiyin/contracts-kernel';
import type { StoredMatter, TenantMatters } from '@huiyin/platform-persistence';
import { commitOutcome } from '../commit/commit-outcome.ts';
import { commitTogether } from '../commit/commit-together.ts';
import type { Conclusion } from '../commit/draw-numbers.ts';
import { mayRead } from '../commit/readers.ts';
import { commandClaim } from '../commit/to-stored.ts';
import type { CommitContext } from '../commit/to-stored.ts';
import type { HostParts } from '../ports.ts';
import type { PolicyLibrary } from '../policies/policy-library.ts';
import type { StaffDirectory } from '../directory/staff-directory.ts';
import { decideAct } from './decide-act.ts';
import { companionMembers, concludedOf } from './members-of.ts';

/** A lost race is decided again on the newer state this often before the caller is told. */
const RACE_ATTEMPTS = 5;

export interface HostServices {
  readonly parts: HostParts;
  readonly policies: PolicyLibrary;
  readonly directory: StaffDirectory;
}

/** A stored matter as replies carry it. */
export function headOf(stored: StoredMatter, directory: Directory): MatterHead {
  const owner = stored.matter.owner;
  return { matter: stored.matter, version: stored.version, next: nextStep(stored.matter), ownerName: owner ? directory.person(owner)?.name : undefined, readers: stored.readers };
}

/**
 * Load → decide → save for every act of every kind this service hosts. Refusals come back as data; what settling
 * brought to light is stored even when the act is refused.
 */
export async function performAct(host: HostServices, request: ActRequest): Promise<ActReply> {
  const { context } = request;
  const matters = host.parts.matters.forTenant(context.tenant);
  if (!(await freshen(host.parts, context))) return { ok: false, problem: { kind: 'unavailable', retryAfterSeconds: 1, what: 'copies' } };
  const directory = await host.directory.of(context.tenant);
  for (let attempt = 0; attempt < RACE_ATTEMPTS; attempt += 1) {
    const reply = await once(host, matters, directory, request);
    if (reply !== 'again') return reply;
  }
  const latest = request.id ? await matters.load(request.id) : undefined;
  return { ok: false, problem: { kind: 'version-conflict', version: latest?.version ?? 0 } };
}

async function once(host: HostServices, matters: TenantMatters, directory: Directory, request: ActRequest): Promise<ActReply | 'again'> {
  const { context } = request;
  const before = request.id ? await matters.load(request.id) : undefined;
  if (request.id && (!before || before.kind !== request.kind || !mayRead(before.readers, context.readers))) return { ok: false, problem: { kind: 'not-found' } };
  const replay = await replayed(matters, before, context, directory);
  if (replay) return replay;
  if (before && request.expectedVersion !== undefined && request.expectedVersion !== before.version) return { ok: false, problem: { kind: 'stale', version: before.version } };
  const policy = await host.policies.get(before?.matter.policy ?? context.policy);
  if (!kindsOf(policy).includes(request.kind)) return { ok: false, problem: { kind: 'unknown-kind', name: request.kind } };
  const known = new Map(before ? [[before.id, before]] : []);
  const command = { act: request.act, input: request.input, actor: context.actor, onBehalfOf: context.onBehalfOf, line: request.line };
  const create = before ? undefined : { id: mintFor(host.parts, host.parts.service), tenant: context.tenant, service: host.parts.service };
  const decided = await decideAct(host, { tenant: context.tenant, directory, now: context.now, known }, { policy, matter: before?.matter, kind: request.kind, command, create });
  if (request.preview) return previewed(before, decided, context.policy, directory);
  const given = { directory, cause: { causationId: context.commandKey ?? context.correlationId, correlationId: context.correlationId }, simulated: context.simulated };
  if (!decided.ok) return refused(host.parts, matters, before, decided, { policy, ...given });
  const [first, ...others] = concludedOf(decided.outcomes);
  if (!first) throw new Error(`the act ${request.kind}.${request.act} was accepted but concluded nothing`);
  const remembered = context.commandKey ? { key: context.commandKey, bodyHash: context.bodyHash ?? '' } : undefined;
  const companions = await companionMembers(host.policies, others, known, directory, given);
  const committed = await commitTogether(host.parts, matters, [{ before, conclusion: first, context: { policy, ...given, command: remembered } }, ...companions]);
  if (committed.result === 'conflict' || committed.result === 'repeated') return 'again';
  if (committed.result === 'refused') return { ok: false, problem: { kind: 'refused', refusals: committed.refusals, policy: policy.hash } };
  return { ok: true, head: headOf(committed.stored, directory), events: committed.events.map((event) => event.type) };
}

/** A refusal, after what it leaves behind is stored. */
async function refused(parts: HostParts, matters: TenantMatters, before: StoredMatter | undefined, { refusals, left }: Extract<Together, { ok: false }>, context: CommitContext): Promise<ActReply | 'again'> {
  const kept = left && keptOf(left, context.policy);
  const committed = kept && (await commitOutcome(parts, matters, before, kept, context));
  if (committed?.result === 'conflict') return 'again';
  const keptAs = before === undefined && committed?.result === 'stored' ? { keptAs: committed.stored.id } : {};
  return { ok: false, problem: { kind: 'refused', refusals, policy: context.policy.hash, ...keptAs } };
}

/** What a refusal leaves behind: steps that ran out, an attempt that is kept. The matter goes on holding its keys. */
function keptOf({ matter, events }: { readonly matter?: Matter; readonly events: Conclusion['events'] }, policy: CompiledPolicy): Conclusion | undefined {
  return matter && events.length > 0 ? { matter, events, numbers: [], unique: claimsOf(policy, matter) } : undefined;
}

/** The answer to a command that was done already under this key; undefined: it was not. */
export async function replayed(matters: TenantMatters, before: StoredMatter | undefined, context: RpcContext, directory: Directory): Promise<ActReply | undefined> {
  if (!context.commandKey) return undefined;
  const stored = before ?? (await matters.byKey(commandClaim(context.commandKey)));
  const done = stored?.recent.find((command) => command.key === context.commandKey);
  if (!stored || !done) return undefined;
  if (done.bodyHash !== (context.bodyHash ?? '')) return { ok: false, problem: { kind: 'key-reused' } };
  return { ok: true, head: headOf(stored, directory), replayed: true, events: [] };
}

function previewed(before: StoredMatter | undefined, decided: Together, policy: string, directory: Directory): ActReply {
  if (!decided.ok) return { ok: false, problem: { kind: 'refused', refusals: decided.refusals, policy } };
  const [first] = concludedOf(decided.outcomes);
  if (!first) throw new Error('the act was accepted but concluded nothing');
  const matter = first.events.reduce<Matter | undefined>((state, event) => evolve(state, event), before?.matter) ?? first.matter;
  return {
    ok: true,
    head: { matter, version: before?.version ?? 0, next: nextStep(matter), ownerName: matter.owner ? directory.person(matter.owner)?.name : undefined, readers: before?.readers ?? [] },
    events: first.events.map((event) => event.type),
  };
}

async function freshen(parts: HostParts, context: RpcContext): Promise<boolean> {
  const wanted = Object.entries(context.fresh ?? {}).filter(([, { service }]) => service !== parts.service);
  const brought = await Promise.all(wanted.map(([id, { service, seq }]) => parts.catchUp.bring(context.tenant, service as ServiceName, id, seq)));
  return brought.every(Boolean);
}

export function mintFor(parts: HostParts, service: ServiceName): string {
  return mintId(service, parts.surroundings.nowMs(), parts.surroundings.randomBytes(9));
}
