import type { CompiledAction, CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, Matter } from '../matter/matter.ts';
import { kindOfMatter } from '../run/kind-of.ts';

const REFUSED = '.effect.refused';

/** An effect of a matter that its target refused, with what its pack says then. */
export interface RefusedElsewhere {
  readonly action: CompiledAction;
  readonly line?: string;
}

/** The answer `effect.refused` of a target, where it is this matter's effect and its pack says what follows (`refused:`). */
export function refusedElsewhere(kind: CompiledKind, matter: Matter, type: string, data: FactMap | undefined): RefusedElsewhere | undefined {
  return type.endsWith(REFUSED) && data?.['source'] === matter.id && typeof data['effect'] === 'string' ? handlerOf(kind, matter, data['effect']) : undefined;
}

/** Does the pack say what follows where this effect is refused by its target? Otherwise a task for the owner is the host's to open. */
export function saysWhatThen(policy: CompiledPolicy, matter: Matter, effect: string): boolean {
  return handlerOf(kindOfMatter(policy, matter), matter, effect) !== undefined;
}

/** An effect's id is `<matter>:<seq>:<item>[:<line>]`. */
function handlerOf(kind: CompiledKind, matter: Matter, effect: string): RefusedElsewhere | undefined {
  if (!effect.startsWith(`${matter.id}:`)) return undefined;
  const [, item, line] = /^\d+:([^:]+)(?::(.+))?$/.exec(effect.slice(matter.id.length + 1)) ?? [];
  const action = item === undefined ? undefined : kind.actions.get(item)?.action.refused;
  return action && { action, ...(line !== undefined && { line }) };
}
