import { needsOfAlarm, needsOfEvent } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Directory, Facts, Matter, Needs } from '@huiyin/regulation-engine';
import { withAnswers } from '../facts/answer-queries.ts';
import { gatherFacts } from '../facts/gather-facts.ts';
import { PolicyLibrary } from '../policies/policy-library.ts';
import type { HostServices } from '../use-cases/perform-act.ts';
import { LOOKED_AGAIN } from './look-again.ts';
import { planRebinding } from './plan-rebinding.ts';
import type { FactsUnder, PlannedRebinding, RebindingAct } from './plan-rebinding.ts';
import { promisesAlone } from './promises-alone.ts';

/** Policies compiled for their promises alone are asked for rarely. */
const KEPT = 8;

export interface RebindingServices extends HostServices {
  /** Policies with their promises alone, by the hash of the whole. */
  readonly promises: PolicyLibrary;
}

export function rebindingServices(host: HostServices): RebindingServices {
  const { policies } = host.parts;
  const alone = async (hash: string) => {
    const document = await policies.fetch(hash);
    return document && promisesAlone(document);
  };
  return { ...host, promises: new PolicyLibrary({ fetch: alone }, KEPT) };
}

export interface Planned extends PlannedRebinding {
  readonly facts: FactsUnder;
}

/** Plans with the policies and facts at hand. @throws PolicyUnknown */
export async function planned(host: RebindingServices, matter: Matter, hash: string, directory: Directory, act: RebindingAct): Promise<Planned> {
  const { policies, promises, parts } = host;
  const [from, to, fromAlone, toAlone] = await Promise.all([policies.get(matter.policy), policies.get(hash), promises.get(matter.policy), promises.get(hash)]);
  const gathered = await gatherFacts(parts, matter.tenant, directory, matter, {});
  const answered = (policy: CompiledPolicy, needs: readonly Needs[]): Promise<Facts> => withAnswers(parts, matter.tenant, policy, needs.flatMap(({ queries }) => queries), { matter }, gathered, act.now);
  const facts: FactsUnder = { from: await answered(from, [needsOfAlarm(from, matter)]), to: await answered(to, [needsOfEvent(to, matter, LOOKED_AGAIN), needsOfAlarm(to, matter)]) };
  return { ...planRebinding({ from, to, fromAlone, toAlone }, matter, facts, act), facts };
}
