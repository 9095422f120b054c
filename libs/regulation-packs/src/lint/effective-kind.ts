import type { ActDocument, FieldDocument, StepDocument, TableDocument } from '@huiyin/regulation-engine';
import { addedFields } from './added-fields.ts';
import { entries, partsOf, type KindPart, type LintSubject } from './lint-subject.ts';

export interface Placed<T> {
  readonly part: KindPart;
  readonly path: string;
  readonly document: T;
}

/** A kind as one governing pack shapes it (`governor` undefined: the core's own acts). */
export interface EffectiveKind {
  readonly name: string;
  readonly governor: KindPart | undefined;
  readonly states: ReadonlySet<string>;
  readonly final: ReadonlySet<string>;
  readonly resting: ReadonlySet<string>;
  readonly acts: ReadonlyMap<string, readonly Placed<ActDocument>[]>;
  readonly fields: ReadonlyMap<string, readonly Placed<FieldDocument>[]>;
  readonly steps: readonly (Placed<StepDocument> & { readonly name: string })[];
  readonly tables: readonly (Placed<TableDocument> & { readonly name: string })[];
}

const declares = (part: KindPart): boolean => part.document.in !== undefined || part.document.is !== undefined;

/** A pack governs where it says so, or where an act of it has a target state. */
export function governs(part: KindPart): boolean {
  return !declares(part) && (part.document.governs !== undefined || entries(part.document.acts).some(([, act]) => act.to !== undefined));
}

/** Every shape the kind can have: the core's own, and one per pack that governs it. */
export function effectiveKinds(subject: LintSubject, name: string): readonly EffectiveKind[] {
  const own = partsOf(subject, name);
  const variantOf = own.find((part) => part.document.is !== undefined)?.document.is;
  const parts = variantOf === undefined ? own : [...partsOf(subject, variantOf).filter(declares), ...own];
  const bases = parts.filter(declares);
  const governors = parts.filter(governs);
  const others = parts.filter((part) => !declares(part) && !governs(part));
  const shapes: readonly (KindPart | undefined)[] = governors.length > 0 ? governors : [undefined];
  const added = parts[0] === undefined ? [] : addedFields(subject, name, parts[0]);
  return shapes.map((governor) => shape(name, governor, bases, others, added));
}

function shape(name: string, governor: KindPart | undefined, bases: readonly KindPart[], others: readonly KindPart[], added: readonly (readonly [string, Placed<FieldDocument>])[]): EffectiveKind {
  const layers = [...bases, ...(governor === undefined ? [] : [governor]), ...others];
  const collect = <T>(section: (part: KindPart) => Readonly<Record<string, T>> | undefined, key: string): ReadonlyMap<string, Placed<T>[]> => {
    const found = new Map<string, Placed<T>[]>();
    for (const part of layers) {
      for (const [item, document] of entries(section(part))) found.set(item, [...(found.get(item) ?? []), { part, path: `${part.path}.${key}.${item}`, document }]);
    }
    return found;
  };
  // Under a governing pack a core's act is there only if a pack names it.
  const named = new Set([...(governor === undefined ? bases : []), governor, ...others].flatMap((part) => Object.keys(part?.document.acts ?? {})));
  const states = (list: (part: KindPart) => readonly string[] | undefined): ReadonlySet<string> => new Set(layers.flatMap((part) => list(part) ?? []));
  return {
    name,
    governor,
    states: states((part) => part.document.states),
    final: states((part) => part.document.final),
    resting: states((part) => part.document.resting),
    acts: new Map([...collect((part) => part.document.acts, 'acts')].filter(([act]) => named.has(act))),
    fields: new Map<string, readonly Placed<FieldDocument>[]>([...added.map(([field, placed]) => [field, [placed]] as const), ...collect((part) => part.document.fields, 'fields')]),
    steps: [...collect((part) => part.document.steps, 'steps')].flatMap(([step, placed]) => placed.map((item) => ({ ...item, name: step }))),
    tables: [...collect((part) => part.document.tables, 'tables')].flatMap(([table, placed]) => placed.map((item) => ({ ...item, name: table }))),
  };
}

/** The act as it works: the last layer that says something about `from` and `to` decides. */
export function movesOf(placed: readonly Placed<ActDocument>[]): { readonly from: readonly string[] | undefined; readonly to: readonly string[] } {
  const last = placed.at(-1)?.document;
  const deciding = placed.findLast(({ document }) => document.to !== undefined)?.document ?? last;
  const to = deciding?.to;
  return {
    from: placed.findLast(({ document }) => document.from !== undefined)?.document.from,
    to: to === undefined ? [] : typeof to === 'string' ? [to] : to.map(({ state }) => state),
  };
}
