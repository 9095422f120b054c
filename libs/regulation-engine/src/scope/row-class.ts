import type { Matter } from '../matter/matter.ts';
import { factMembers } from './fact-members.ts';
import type { FactSource } from './fact-members.ts';
import type { KindShape } from './field-shape.ts';
import { MATTER_MEMBERS, STEP_MEMBERS } from './matter-members.ts';
import { viewClass } from './view-class.ts';
import type { View, ViewConstructor } from './view-class.ts';

/** A row within a matter: what is its own, and the matter around it. */
export interface RowOf extends FactSource {
  readonly own: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly kind: string;
  readonly matter: Matter;
}

type LinkOf = (id: string, links: never, matter: Matter) => View | string;

/** The class of rows of `kind.steps` or `kind.<lines>`. */
export function rowClass(shape: KindShape, part: string, linked: LinkOf): ViewConstructor<RowOf> {
  const members = new Map<string, (source: RowOf) => unknown>(factMembers(shape.fields, new Map()));
  for (const [name, member] of MATTER_MEMBERS) members.set(name, member);
  members.set('matter', (source) => linked(source.id, source.links as never, source.matter));
  const field = part === 'steps' ? undefined : shape.fields.get(part);
  const own = part === 'steps' ? STEP_MEMBERS : [...new Set([...(field?.lineFields?.keys() ?? []), ...(field?.key === undefined ? [] : [field.key])])];
  for (const name of own) members.set(name, (source) => source.own[name] ?? null);
  return viewClass(members, (source) => source.id);
}
