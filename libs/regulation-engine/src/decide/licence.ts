import type { CompiledAct } from '../compile/compiled-act.ts';
import type { FactMap, Matter, Permit } from '../matter/matter.ts';
import type { Actor } from '../matter/person.ts';

/** An unused licence of somebody for an act. */
export function licenceOf({ permits }: Matter, act: CompiledAct, actor: Actor): Permit | undefined {
  return act.permit ? permits?.find((permit) => permit.act === act.name && permit.to === actor.id && permit.used < permit.uses) : undefined;
}

/** `permit<Act>`: a licence for the person named, for as many uses as the act says. */
export function newLicence(matter: Matter, licensed: CompiledAct, input: FactMap, actor: Actor, at: string): Permit {
  return { id: `${licensed.name}#${(matter.permits ?? []).length + 1}`, act: licensed.name, to: String(input['to']), by: actor.id, at, uses: licensed.permit?.uses ?? 1, used: 0 };
}

export function used(permit: Permit): Permit {
  return { ...permit, used: permit.used + 1 };
}
