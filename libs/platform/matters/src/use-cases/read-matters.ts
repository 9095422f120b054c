import { acts, describeKind, mayAccess, needs, runView, viewsOf, why } from '@huiyin/regulation-engine';
import type { ActsReply, ActsRequest, GetReply, GetRequest, ListReply, ListRequest, MatterEvent, RpcContext, ViewReply, ViewRequest, WhyReply, WhyRequest } from '@huiyin/contracts-kernel';
import type { StoredMatter } from '@huiyin/platform-persistence';
import { mayRead } from '../commit/readers.ts';
import { saysOf } from '../facts/access.ts';
import { withAnswers } from '../facts/answer-queries.ts';
import { gatherFacts } from '../facts/gather-facts.ts';
import { headOf, performAct } from './perform-act.ts';
import type { HostServices } from './perform-act.ts';

const NOT_FOUND = { ok: false, problem: { kind: 'not-found' } } as const;
/** A view reads at most this many matters of its kind; larger registers are paged by their own read model. */
const VIEW_LIMIT = 2_000;
const COUNT_LIMIT = 10_000;

/** The matter, if this caller may know of it; another operator's is simply not there. */
async function readable(host: HostServices, context: RpcContext, id: string): Promise<StoredMatter | undefined> {
  const stored = await host.parts.matters.forTenant(context.tenant).load(id);
  return stored && mayRead(stored.readers, context.readers) ? stored : undefined;
}

export async function getMatter(host: HostServices, { context, id, kind }: GetRequest): Promise<GetReply> {
  const stored = await readable(host, context, id);
  if (!stored || (kind !== undefined && kind !== stored.kind)) return NOT_FOUND;
  const directory = await host.directory.of(context.tenant);
  const refusal = context.actor.kind === 'system' ? undefined : await look(host, stored, context);
  return refusal ?? { ok: true, head: headOf(stored, directory) };
}

/** Reading is an act where a pack says so: it may be refused, and is recorded where the pack wants a log. */
async function look(host: HostServices, stored: StoredMatter, context: RpcContext): Promise<Extract<GetReply, { ok: false }> | undefined> {
  const policy = await host.policies.get(stored.matter.policy);
  if (!saysOf(policy, stored.kind, 'read')) return undefined;
  const facts = await gatherFacts(host.parts, context.tenant, await host.directory.of(context.tenant), stored.matter, {});
  const access = mayAccess(policy, stored.matter, 'read', context.actor, facts, context.now);
  if (access.recorded) await performAct(host, { context: { ...context, commandKey: undefined }, kind: stored.kind, id: stored.id, act: 'read', input: {} });
  return access.allowed ? undefined : { ok: false, problem: { kind: 'refused', refusals: access.refusals, policy: policy.hash } };
}

export async function listMatters(host: HostServices, request: ListRequest): Promise<ListReply> {
  const { context, kind } = request;
  const matters = host.parts.matters.forTenant(context.tenant);
  const filter = { kind, equals: request.filter, readers: context.readers };
  const page = await matters.list(filter, { sort: request.sort, limit: request.limit, after: request.after });
  const directory = await host.directory.of(context.tenant);
  const items = page.items.map((stored) => headOf(stored, directory));
  return { items, next: page.next, ...(request.count ? { count: await matters.count(filter, COUNT_LIMIT) } : {}) };
}

export async function actsOf(host: HostServices, { context, id }: ActsRequest): Promise<ActsReply | typeof NOT_FOUND> {
  const stored = await readable(host, context, id);
  if (!stored) return NOT_FOUND;
  const directory = await host.directory.of(context.tenant);
  const policy = await host.policies.get(stored.matter.policy);
  const gathered = await gatherFacts(host.parts, context.tenant, directory, stored.matter, {});
  const wanted = describeKind(policy, stored.kind).acts.flatMap(({ name }) => needs(policy, stored.matter, stored.kind, name, {}).queries);
  const once = [...new Map(wanted.map((query) => [query.name, query])).values()];
  const facts = await withAnswers(host.parts, context.tenant, policy, once, { matter: stored.matter, actor: context.actor.id }, gathered, context.now);
  return { ok: true, kind: stored.kind, policy: policy.hash, acts: acts(policy, stored.matter, context.actor, facts, context.now) };
}

export async function whyOf(host: HostServices, { context, id, fact }: WhyRequest): Promise<WhyReply | typeof NOT_FOUND> {
  const stored = await readable(host, context, id);
  if (!stored) return NOT_FOUND;
  const directory = await host.directory.of(context.tenant);
  const policy = await host.policies.get(policyOfFact(stored, fact));
  const facts = await gatherFacts(host.parts, context.tenant, directory, stored.matter, {});
  return { ok: true, policy: policy.hash, why: why(policy, stored.matter, fact ?? 'owner', facts, context.now) };
}

/** A promise that ended before its matter was bound to another policy is explained by the one it was made under. */
function policyOfFact({ matter }: StoredMatter, fact: string | undefined): string {
  const id = /^dueAt:(.+)$/.exec(fact ?? '')?.[1];
  const made = matter.steps.find((run) => run.id === id && !run.open)?.why['policy'];
  return typeof made === 'string' && made !== '' ? made : matter.policy;
}

/** Events of one matter in order, each only if its reader tokens let the caller see it. */
export async function eventsOf(host: HostServices, { context, id, after }: { readonly context: RpcContext; readonly id: string; readonly after: number }): Promise<{ readonly items: readonly MatterEvent[] }> {
  const stored = await readable(host, context, id);
  if (!stored) return { items: [] };
  const logged = await host.parts.log.ofAggregate(context.tenant, id, after, COUNT_LIMIT);
  const last = logged.at(-1)?.seq ?? after;
  const items = [...logged, ...stored.pending.filter((event) => event.seq > last)];
  return { items: items.filter((event) => mayRead(event.readers, context.readers)) };
}

/** A register or live list of the operator's packs. */
export async function openView(host: HostServices, request: ViewRequest): Promise<ViewReply> {
  const { context } = request;
  const policy = await host.policies.get(context.policy);
  const view = viewsOf(policy).find((candidate) => candidate.name === request.view);
  if (!view) return NOT_FOUND;
  const directory = await host.directory.of(context.tenant);
  const stored = await host.parts.matters.forTenant(context.tenant).list({ kind: view.of }, { sort: 'openedAt', limit: VIEW_LIMIT });
  const facts = await gatherFacts(host.parts, context.tenant, directory, undefined, { ids: stored.items.flatMap((item) => Object.values(item.matter.links)), ...request.filter });
  const answer = runView(policy, request.view, stored.items.map((item) => item.matter), facts, context.actor, context.now, request.filter);
  if (!answer.ok) return { ok: false, problem: { kind: 'refused', refusals: answer.refusals, policy: policy.hash } };
  const start = request.after ? Number.parseInt(request.after, 10) : 0;
  const rows = answer.rows.slice(start, start + request.limit);
  return { ok: true, rows, ...(start + request.limit < answer.rows.length ? { next: String(start + request.limit) } : {}) };
}
