import type { CompiledAct } from '../compile/compiled-act.ts';
import type { CompiledPersons } from '../compile/compiled-item.ts';
import type { CompiledKind } from '../compile/compiled-kind.ts';
import type { StepState } from '../matter/matter.ts';

/** Name of the steps that ask for the signatures an act still lacks. */
export function signatureStep(act: Pick<CompiledAct, 'name'>): string {
  return `${act.name}Signature`;
}

/** Whose signature a step asks for; undefined: it asks for none. */
export function signersOf({ acts }: CompiledKind, { act, name, member }: StepState): readonly CompiledPersons[] | undefined {
  const signed = acts.get(act);
  const persons = signed && name === signatureStep(signed) ? signed.sign?.[member ?? 0] : undefined;
  return persons && [persons];
}
