import { kindsOf, perform, saysWhatThen, SYSTEM } from '@huiyin/regulation-engine';
import type { Directory, FactMap, Matter } from '@huiyin/regulation-engine';
import { mintId, serviceOfId } from '@huiyin/contracts-kernel';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import { TransientFault } from '@huiyin/platform-messaging';
import { commitOutcome } from '../commit/commit-outcome.ts';
import { gatherFacts } from '../facts/gather-facts.ts';
import type { HostServices } from './perform-act.ts';

const TASK = 'task';
const REFUSED = '.effect.refused';

/**
 * An effect that this service sent was refused where it was aimed at: whoever owns the matter it came from gets a task
 * that names rule and reasons, unless the pack says what follows instead (`refused:`). The task's id follows from the event, so a repeated delivery opens nothing.
 */
export async function openHelpTask(host: HostServices, event: MatterEvent): Promise<void> {
  const { parts } = host;
  const source = refusedSource(event);
  if (source === undefined || serviceOfId(source) !== parts.service) return;
  const matters = parts.matters.forTenant(event.tenant);
  const stored = await matters.load(source);
  const id = mintId(parts.service, Date.parse(event.now), parts.surroundings.digest(event.id));
  if (!stored || (await matters.load(id))) return;
  const policy = await host.policies.get(stored.matter.policy);
  if (saysWhatThen(policy, stored.matter, String(event.data.data?.['effect']))) return;
  const directory = await host.directory.of(event.tenant);
  const assignee = caretaker(stored.matter, directory);
  if (!kindsOf(policy).includes(TASK) || assignee === undefined) return;
  const input: FactMap = { what: whatHappened(event), about: source, rule: event.data.citation?.rule ?? 'core', assignee };
  const facts = await gatherFacts(parts, event.tenant, directory, undefined, input);
  const outcome = perform(policy, undefined, TASK, { act: 'open', input, actor: SYSTEM }, facts, event.now, { id, tenant: event.tenant, service: parts.service });
  if (!outcome.ok) throw new Error(`no task for the refused ${event.id}: ${outcome.refusals.map(({ code }) => code).join(', ')}`);
  const cause = { causationId: event.id, correlationId: event.correlationid };
  const committed = await commitOutcome(parts, matters, undefined, outcome, { policy, directory, cause, simulated: event.simulated === true });
  if (committed.result === 'conflict') throw new TransientFault(`task ${id} is being opened elsewhere`);
}

/** The matter whose effect this event tells to be refused. */
export function refusedSource(event: MatterEvent): string | undefined {
  const source = event.data.type.endsWith(REFUSED) ? event.data.data?.['source'] : undefined;
  return typeof source === 'string' ? source : undefined;
}

/** The owner; of a matter that nobody owns any more, or whose owner has left, whoever acted last; else an administrator of the operator. */
function caretaker(matter: Matter, directory: Directory): string | undefined {
  const owner = matter.owner !== undefined && directory.person(matter.owner) ? matter.owner : undefined;
  const acted = Object.values(matter.did).filter(({ by }) => directory.person(by)).sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.by;
  return owner ?? acted ?? directory.all().find(({ roles }) => roles.includes('operator-admin') || roles.includes('operatorAdmin'))?.id;
}

function whatHappened(event: MatterEvent): string {
  const { act, refusals } = (event.data.data ?? {}) as { readonly act?: string; readonly refusals?: readonly { readonly code: string; readonly rule: string }[] };
  const reasons = (refusals ?? []).map(({ code, rule }) => `${code} (${rule})`).join(', ');
  return `${event.kind}.${act ?? ''}: ${reasons}`.slice(0, 500);
}
