import type { EngineEvent, MatterChange, ResolvedEffect } from '../matter/event.ts';
import type { Citation, FactMap, Matter, StepState } from '../matter/matter.ts';
import type { Actor, OnBehalfOf } from '../matter/person.ts';

/** An event in the making: what is known before the reaction to it. */
export interface Draft {
  readonly type: string;
  readonly at: string;
  readonly by: Actor;
  readonly for?: OnBehalfOf;
  readonly citation?: Citation;
  readonly data?: FactMap;
  readonly line?: string;
  /** Run the event is about. */
  readonly run?: StepState;
  readonly refusals?: EngineEvent['refusals'];
  readonly change: MatterChange;
  /** Effects resolved before the event is raised. */
  readonly effects?: readonly ResolvedEffect[];
  /** Event whose listeners react, where it is a linked matter's; `changed`: facts it changed there, as `kind.fact`. */
  readonly heard?: { readonly type: string; readonly changed: readonly string[]; readonly kind: string; readonly at: string; readonly countsAt?: string; readonly by: string; readonly source: Matter; readonly data?: FactMap };
  /** Nothing happened: everything is looked at again. */
  readonly again?: boolean;
  /** Facts that effects of the event before have changed. */
  readonly changed?: readonly string[];
  /** Gates of watching packs that would have refused the act. */
  readonly watched?: EngineEvent['refusals'];
}

const LISTS: ReadonlySet<string> = new Set(['steps', 'entries', 'told', 'permits', 'follows']);
const MAPS: ReadonlySet<string> = new Set(['set', 'reasons', 'links', 'flags', 'sealed', 'asked']);

/** Joins a further change into one: later members win, lists are appended, maps merged. */
export function joined(first: MatterChange, second: MatterChange): MatterChange {
  let merged: Record<string, unknown> | undefined;
  for (const [part, value] of Object.entries(second)) {
    if (value === undefined) continue;
    merged ??= { ...first };
    const before = merged[part];
    if (before === undefined) merged[part] = value;
    else if (LISTS.has(part)) merged[part] = [...(before as readonly unknown[]), ...(value as readonly unknown[])];
    else if (MAPS.has(part)) merged[part] = { ...(before as object), ...(value as object) };
    else merged[part] = value;
  }
  return merged ?? first;
}

export function isEmpty(change: MatterChange): boolean {
  return Object.values(change).every((part) => part === undefined || (typeof part === 'object' && part !== null && Object.keys(part).length === 0));
}
