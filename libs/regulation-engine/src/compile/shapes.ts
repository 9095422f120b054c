import type { FieldDocument } from '../language/field-document.ts';
import type { FieldShape, KindShape } from '../scope/field-shape.ts';
import { typeOf, pickDefined } from './compile-fields.ts';
import type { KindLayers } from './merge-kinds.ts';
import { isName } from './names.ts';

/** What expressions may read of a kind: the union over all its packs, whoever governs. */
export function shapeOf({ name, layers }: KindLayers): KindShape {
  const fields = new Map<string, FieldShape>();
  const acts = new Set<string>();
  const steps = new Set<string>();
  for (const { document } of layers) {
    for (const [field, declared] of Object.entries(document.fields ?? {})) if (isName(field)) fields.set(field, fieldShape(declared, fields.get(field)));
    for (const table of Object.values(document.tables ?? {})) if (isName(table.sets) && !fields.has(table.sets)) fields.set(table.sets, derivedShape(table.rows.map((row) => row.then)));
    for (const act of Object.keys(document.acts ?? {})) if (isName(act)) acts.add(act);
    for (const step of Object.keys(document.steps ?? {})) if (isName(step)) steps.add(step);
  }
  return { name, fields, acts: [...acts], steps: [...steps] };
}

function fieldShape(document: FieldDocument, before: FieldShape | undefined): FieldShape {
  const lines = typeof document.of === 'object' ? Object.entries(document.of).filter(([name]) => isName(name)) : undefined;
  return {
    type: before?.type ?? typeOf(document),
    ...pickDefined({
      to: document.to ?? before?.to,
      key: document.key ?? before?.key,
      of: typeof document.of === 'string' ? document.of : before?.of,
      lineFields: lines ? new Map([...(before?.lineFields ?? []), ...lines.map(([name, sub]) => [name, fieldShape(typeof sub === 'string' ? { type: sub } : sub, before?.lineFields?.get(name))] as const)]) : before?.lineFields,
    }),
  };
}

/** A derived fact without a declared field takes the type of its rows. */
function derivedShape(outcomes: readonly unknown[]): FieldShape {
  const kinds = new Set(outcomes.filter((value) => value !== null).map((value) => typeof value));
  if (kinds.size === 1 && kinds.has('boolean')) return { type: 'bool' };
  if (kinds.size === 1 && kinds.has('number')) return { type: outcomes.every((value) => value === null || Number.isInteger(value)) ? 'int' : 'decimal' };
  return { type: 'text' };
}
