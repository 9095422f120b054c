import { acts, SYSTEM } from '@huiyin/regulation-engine';
import type { Actor, CompiledPolicy, Directory, Matter, Refusal } from '@huiyin/regulation-engine';
import type { StoredMatter } from '@huiyin/platform-persistence';
import { mayRead } from '../commit/readers.ts';
import type { FactsUnder } from './plan-rebinding.ts';
import type { ActDifference, ReboundResult, SurveyedMatter, SurveyReply, SurveyRequest } from './rebinding.ts';
import { rebindingRefusals } from './rebinding-refusals.ts';
import { planned } from './rebinding-services.ts';
import type { RebindingServices } from './rebinding-services.ts';

const PAGE = 100;
const EVERYWHERE = 'everywhere';

/** What a policy would make of the open matters of this service, youngest first; nothing is stored. */
export async function surveyRebinding(host: RebindingServices, request: SurveyRequest): Promise<SurveyReply> {
  const { context, to, limit } = request;
  const directory = await host.directory.of(context.tenant);
  const policy = await host.policies.get(to);
  const { found, complete } = await openMatters(host, request, policy);
  const counts: Record<ReboundResult, number> = { kept: 0, moved: 0, dropped: 0, judged: 0, paused: 0 };
  const matters: SurveyedMatter[] = [];
  for (const stored of found.slice(0, limit)) {
    const looked = await surveyed(host, stored.matter, policy, directory, request);
    for (const due of looked.rebinding?.dues ?? []) counts[due.result] += 1;
    if (mayRead(stored.readers, context.readers)) matters.push(looked);
  }
  return { matters, looked: Math.min(found.length, limit), counts, complete };
}

async function openMatters(host: RebindingServices, { context, limit }: SurveyRequest, to: CompiledPolicy): Promise<{ readonly found: readonly StoredMatter[]; readonly complete: boolean }> {
  const inForce = await host.policies.get(context.policy);
  const kinds = new Set([inForce, to].flatMap(({ kinds: known }) => [...known.values()].filter(({ plain }) => !plain.record && [host.parts.service, EVERYWHERE].includes(plain.service)).map(({ name }) => name)));
  const matters = host.parts.matters.forTenant(context.tenant);
  const found: StoredMatter[] = [];
  let complete = true;
  for (const kind of kinds) {
    let after: string | undefined;
    do {
      const page = await matters.list({ kind, open: true }, { sort: '-openedAt', limit: PAGE, ...(after !== undefined && { after }) });
      found.push(...page.items.filter(({ matter }) => matter.policy !== to.hash));
      after = page.next;
    } while (after !== undefined && found.length < limit);
    if (after !== undefined) complete = false;
  }
  found.sort((one, other) => (one.matter.openedAt > other.matter.openedAt ? -1 : 1));
  return { found, complete: complete && found.length <= limit };
}

async function surveyed(host: RebindingServices, matter: Matter, policy: CompiledPolicy, directory: Directory, { context, to, acts: compared }: SurveyRequest): Promise<SurveyedMatter> {
  const { id, kind, number, state } = matter;
  const about = { matter: { id, kind, policy: matter.policy, state, ...(number !== undefined && { number }) } };
  const refusals = rebindingRefusals(policy, matter);
  if (refusals.length > 0) return { ...about, refusals, acts: [] };
  const { rebinding, matter: after, facts } = await planned(host, matter, to, directory, { actor: SYSTEM, now: context.now });
  const differences = compared ? actDifferences(await host.policies.get(matter.policy), policy, matter, after, facts, context.now) : [];
  return { ...about, refusals, rebinding, acts: differences };
}

/** What the owner and those who owe may do, compared. */
function actDifferences(from: CompiledPolicy, to: CompiledPolicy, before: Matter, after: Matter, facts: FactsUnder, now: string): readonly ActDifference[] {
  const concerned = new Set([before.owner, after.owner, ...before.steps.filter(({ open }) => open).flatMap(({ who }) => who)].filter((id): id is string => id !== undefined));
  return [...concerned].flatMap((id) => {
    const person = facts.to.directory.person(id);
    if (!person) return [];
    const actor: Actor = { id, kind: 'staff', name: person.name, roles: person.roles };
    const old = new Map(acts(from, before, actor, facts.from, now).map(({ act, refusals }) => [act, refusals]));
    const next = new Map(acts(to, after, actor, facts.to, now).map(({ act, refusals }) => [act, refusals]));
    return [...new Set([...old.keys(), ...next.keys()])].flatMap((act): readonly ActDifference[] => {
      const [was, is] = [old.get(act) ?? [unknownAct(act)], next.get(act) ?? [unknownAct(act)]];
      return spelled(was) === spelled(is) ? [] : [{ act, person: id, old: was, new: is }];
    });
  });
}

const unknownAct = (act: string): Refusal => ({ code: 'unknownAct', at: 'gate', citation: { rule: 'core/policy' }, facts: { act } });
const spelled = (refusals: readonly Refusal[]): string => refusals.map(({ code, citation }) => `${code} ${citation.rule}`).join('|');
