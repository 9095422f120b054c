import { actingTogether, needs } from '@huiyin/regulation-engine';
import type { Directory, Facts, Ground, GroundWanted, Request, Together } from '@huiyin/regulation-engine';
import type { StoredMatter } from '@huiyin/platform-persistence';
import { withAnswers } from '../facts/answer-queries.ts';
import { gatherFacts } from '../facts/gather-facts.ts';
import { refusalOfFault } from './domain-fault.ts';
import type { HostServices } from './perform-act.ts';

export interface Deciding {
  readonly tenant: string;
  readonly directory: Directory;
  readonly now: string;
  /** Own matters read so far, with the versions the decision stands on; what is read for it is added. */
  readonly known: Map<string, StoredMatter>;
  /** What the caller knows better than the store, e.g. an event's own state of its source. */
  readonly better?: (facts: Facts) => Facts;
}

/**
 * Decides one act with those that it takes along: each with the policy its matter is bound to, its own links and its own
 * queries, which count what the acts before it change. Nothing is stored. A fault that the policy or a fact causes refuses.
 */
export async function decideAct(host: HostServices, deciding: Deciding, request: Request): Promise<Together> {
  const acting = actingTogether([request], deciding.now);
  try {
    let step = acting.next();
    while (!step.done) step = acting.next(await groundFor(host, deciding, step.value));
    return step.value;
  } catch (fault) {
    const refusal = refusalOfFault(fault, { rule: `core/${request.kind}` });
    if (!refusal) throw fault;
    return { ok: false, at: 0, refusals: [refusal] };
  }
}

async function groundFor(host: HostServices, { tenant, directory, now, known, better }: Deciding, { request, ids, changed }: GroundWanted): Promise<Ground> {
  const { matter: asked, kind, command } = request;
  const policy = asked ? await host.policies.get(asked.policy) : request.policy;
  const matter = asked && (changed.get(asked.id) ?? asked);
  const gathered = await gatherFacts(host.parts, tenant, directory, matter, command.input, ids, known);
  const asker = { matter, kind, act: command.input, actor: command.actor.id, ...(command.countsAt !== undefined && { at: command.countsAt }) };
  const { queries } = needs(policy, matter, kind, command.act, command.input);
  return { policy, facts: await withAnswers(host.parts, tenant, policy, queries, asker, better ? better(gathered) : gathered, now, changed) };
}
