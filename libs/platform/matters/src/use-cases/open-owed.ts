import { needs, perform, SYSTEM } from '@huiyin/regulation-engine';
import type { OwedMatter } from '@huiyin/regulation-engine';
import { serviceOfId } from '@huiyin/contracts-kernel';
import { TransientFault } from '@huiyin/platform-messaging';
import { commitOutcome } from '../commit/commit-outcome.ts';
import { withAnswers } from '../facts/answer-queries.ts';
import { gatherFacts } from '../facts/gather-facts.ts';
import type { HostServices } from './perform-act.ts';

/** What a cycle owes or a count has reached, of one operator. */
export interface OwedRequest {
  readonly tenant: string;
  /** Hash of the policy that owes it. */
  readonly policy: string;
  readonly owed: OwedMatter;
  /** The operator's instant. */
  readonly now: string;
  readonly simulated: boolean;
  /** Event or look that brought it to light. */
  readonly cause: { readonly causationId: string; readonly correlationId: string };
}

/**
 * Opens what must be there though nobody asked for it, as the system, under its own id: told again, it is there already.
 * Throws TransientFault where another writer is opening it; Error where it belongs to another service or its opening is refused.
 */
export async function openOwed(host: HostServices, request: OwedRequest): Promise<'opened' | 'there'> {
  const { parts } = host;
  const { tenant, owed, now } = request;
  if (serviceOfId(owed.id) !== parts.service) throw new Error(`${owed.kind} ${owed.id} is owed in ${owed.service}, not in ${parts.service}`);
  const matters = parts.matters.forTenant(tenant);
  if (await matters.load(owed.id)) return 'there';
  const policy = await host.policies.get(request.policy);
  const directory = await host.directory.of(tenant);
  const gathered = await gatherFacts(parts, tenant, directory, undefined, owed.input);
  const asked = needs(policy, undefined, owed.kind, owed.act, owed.input).queries;
  const facts = await withAnswers(parts, tenant, policy, asked, { kind: owed.kind, act: owed.input, actor: SYSTEM.id }, gathered, now);
  const outcome = perform(policy, undefined, owed.kind, { act: owed.act, input: owed.input, actor: SYSTEM }, facts, now, { id: owed.id, tenant, service: parts.service });
  if (!outcome.ok) throw new Error(`${owed.kind} ${owed.id} cannot be opened: ${outcome.refusals.map(({ code, citation }) => `${code} (${citation.rule})`).join(', ')}`);
  const committed = await commitOutcome(parts, matters, undefined, outcome, { policy, directory, cause: request.cause, simulated: request.simulated });
  if (committed.result === 'refused') throw new Error(`${owed.kind} ${owed.id} takes a key that another matter holds`);
  if (committed.result === 'conflict') throw new TransientFault(`${owed.kind} ${owed.id} is being opened elsewhere`);
  return 'opened';
}
