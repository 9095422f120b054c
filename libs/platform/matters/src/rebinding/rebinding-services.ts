import type { Facts } from '@huiyin/regulation-engine';
import { PolicyLibrary } from '../policies/policy-library.ts';
import type { HostServices } from '../use-cases/perform-act.ts';
import { planRebinding } from './plan-rebinding.ts';
import type { PlannedRebinding, RebindingAct } from './plan-rebinding.ts';
import { promisesAlone } from './promises-alone.ts';
import type { Matter } from '@huiyin/regulation-engine';

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

/** Plans with the policies at hand. @throws PolicyUnknown */
export async function planned({ policies, promises }: RebindingServices, matter: Matter, hash: string, facts: Facts, act: RebindingAct): Promise<PlannedRebinding> {
  const [from, to, fromAlone, toAlone] = await Promise.all([policies.get(matter.policy), policies.get(hash), promises.get(matter.policy), promises.get(hash)]);
  return planRebinding({ from, to, fromAlone, toAlone }, matter, facts, act);
}
