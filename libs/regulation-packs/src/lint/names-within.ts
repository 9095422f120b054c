import { effectiveKinds } from './effective-kind.ts';
import { typeOf } from './expressions/field-types.ts';
import { entries, isCore, partsOf, type LintSubject } from './lint-subject.ts';
import type { LoadedPack } from '../load/load-pack.ts';

/** What a pack may name of a kind. */
export interface NamesWithin {
  readonly acts: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  /** Columns of all its lines. */
  readonly columns: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
  /** Link → the kind it points to. */
  readonly links: ReadonlyMap<string, string>;
  readonly states: ReadonlySet<string>;
}

/** Names of a kind as a pack sees it: its own shape where it governs, else every shape there is. Undefined: nobody declares the kind. */
export function namesWithin(subject: LintSubject, pack: LoadedPack, kind: string): NamesWithin | undefined {
  const parts = partsOf(subject, kind);
  if (parts.length === 0) return undefined;
  const all = effectiveKinds(subject, kind);
  const own = all.filter(({ governor }) => governor?.pack === pack);
  const shapes = own.length > 0 ? own : all;
  const fields = shapes.flatMap((shape) => [...shape.fields].flatMap(([name, placed]) => placed.map(({ document }) => [name, document] as const)));
  // A core, and a pack that only adds, may name any act that somebody declares.
  const declared = own.length > 0 && !isCore(pack.document) ? [] : parts.flatMap(({ document }) => Object.keys(document.acts ?? {}));
  const moved = parts.flatMap(({ document }) => entries(document.acts).flatMap(([, act]) => [...(act.from ?? []), ...(typeof act.to === 'string' ? [act.to] : (act.to ?? []).map(({ state }) => state))]));
  return {
    acts: new Set([...declared, ...shapes.flatMap(({ acts }) => [...acts.keys()])]),
    fields: new Set(fields.map(([name]) => name)),
    columns: new Set(fields.flatMap(([, document]) => [...(typeof document.of === 'object' ? Object.keys(document.of) : []), ...(document.key === undefined ? [] : [document.key])])),
    lines: new Set(fields.filter(([, document]) => typeOf(document) === 'lines').map(([name]) => name)),
    links: new Map(fields.flatMap(([name, { to }]) => (to === undefined ? [] : [[name, to] as const]))),
    states: new Set(['new', ...moved, ...shapes.flatMap((shape) => [...shape.states])]),
  };
}
