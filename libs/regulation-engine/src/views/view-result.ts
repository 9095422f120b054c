import type { Refusal } from '../run/outcome.ts';
import type { FactMap } from '../matter/matter.ts';

/** Rows of a view over given matters; `groups` where it has `per`; `refusals` where the actor asks beyond what the view gives him. */
export type ViewResult =
  | { readonly ok: true; readonly columns: readonly string[]; readonly rows: readonly FactMap[]; readonly groups?: readonly { readonly key: FactMap; readonly count: number }[]; readonly window?: { readonly start: string; readonly end: string } }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };
