import type { CompiledKind } from '../compile/compiled-kind.ts';
import { EVERYWHERE } from '../compile/merge-kinds.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { EvaluationFault } from '../cel/expression.ts';
import { applyChange, blankMatter } from '../evolve/evolve.ts';
import type { Matter } from '../matter/matter.ts';
import { kindOf, leadingKind } from './kind-of.ts';
import type { Command, Facts } from './outcome.ts';
import type { Creation } from './raise-act.ts';
import { Session } from './session.ts';

export interface NewMatter {
  readonly id: string;
  readonly tenant: string;
  /** Host of a kind that lives in every service (`task`); else the kind's own. */
  readonly service?: string;
}

export interface Started {
  readonly session: Session;
  readonly creation?: Creation;
}

/** A session for a matter that is to be made: which pack governs it is decided by what is given, once and for all. */
export function startNew(policy: CompiledPolicy, kindName: string, command: Command, facts: Facts, now: string, create: NewMatter): Started {
  const leading = leadingKind(policy, kindName);
  const service = leading.service === EVERYWHERE ? (create.service ?? EVERYWHERE) : leading.service;
  const blank = blankMatter(create.id, create.tenant, kindName, service, policy.hash, now, command.actor.id);
  const matter: Matter = { ...blank, record: leading.record };
  const governor = governorOf(policy, leading, matter, command, facts, now);
  const session = new Session(policy, kindOf(policy, kindName, governor), governor === undefined ? matter : { ...matter, governor }, facts, 'act');
  return { session, creation: { tenant: create.tenant, service, ...(governor !== undefined && { governor }) } };
}

function governorOf(policy: CompiledPolicy, leading: CompiledKind, matter: Matter, command: Command, facts: Facts, now: string): string | undefined {
  const { governed } = policy.kinds.get(leading.name)!;
  if (!governed[0]?.if) return governed[0]?.pack;
  const known = Object.fromEntries(Object.entries(command.input).filter(([name]) => leading.fields.has(name)));
  const candidate = applyChange(matter, { set: known });
  const scope = new Session(policy, leading, candidate, facts, 'act').scope(now);
  const [governor, ...others] = governed.filter((each) => !each.if || each.if.test(scope)).map(({ pack }) => pack);
  if (governor !== undefined && others.length > 0) throw new SeveralGovernError(leading.name, [governor, ...others]);
  return governor;
}

/** Two packs whose `governs` both hold of a matter that is to be made: it is not made. Adoption sees only those that always overlap. */
export class SeveralGovernError extends EvaluationFault {
  readonly packs: readonly string[];
  constructor(kind: string, packs: readonly string[]) {
    super(`kinds.${kind}.governs`, `${packs.join(' and ')} both govern it`);
    this.packs = packs;
  }
}
