import type { FactMap, FactValue } from '../matter/matter.ts';
import type { PackDocument } from '../language/pack-document.ts';
import type { CompileProblem } from './compiled-policy.ts';

export interface Overridden {
  readonly packs: readonly PackDocument[];
  /** `s2.4/promptly`: values that the operator changed. */
  readonly values: ReadonlySet<string>;
  readonly problems: readonly CompileProblem[];
}

/** Applies the operator's overrides: `s2.4.promptly` → value, or a patch of a pack's document. Documents are not changed. */
export function applyOverrides(packs: readonly PackDocument[], overrides: FactMap): Overridden {
  const values = new Set<string>();
  const problems: CompileProblem[] = [];
  const patched = packs.map((pack) => {
    let document = pack;
    for (const [key, patch] of Object.entries(overrides)) {
      const patchOfPack = patchFor(pack.pack, key, patch);
      if (patchOfPack === undefined) continue;
      for (const name of Object.keys(objectOf(patchOfPack['values'] ?? {}))) {
        values.add(`${pack.pack}/${name}`);
        if (!pack.values?.[name]) problems.push({ severity: 'error', code: 'unknownName', pack: pack.pack, item: `overrides.${key}`, message: `no value ${name} in ${pack.pack}` });
      }
      document = merge(document as never, patchOfPack) as unknown as PackDocument;
    }
    return document;
  });
  for (const key of Object.keys(overrides)) {
    if (!packs.some(({ pack }) => patchFor(pack, key, null) !== undefined)) problems.push({ severity: 'error', code: 'unknownName', pack: '', item: `overrides.${key}`, message: `no adopted pack has ${key}` });
  }
  return { packs: patched, values, problems };
}

function patchFor(pack: string, key: string, patch: FactValue): FactMap | undefined {
  if (key === pack) return withFigures(objectOf(patch));
  if (!key.startsWith(`${pack}.`)) return undefined;
  const name = key.slice(pack.length + 1);
  return name.includes('.') ? undefined : withFigures({ values: { [name]: patch } });
}

/** A bare figure for a value means its `is`. */
function withFigures(patch: FactMap): FactMap {
  if (!patch['values']) return patch;
  const values = Object.fromEntries(Object.entries(objectOf(patch['values'])).map(([name, value]) => [name, isObject(value) ? value : { is: value }]));
  return { ...patch, values };
}

function merge(base: FactMap, patch: FactMap): FactMap {
  const merged: Record<string, FactValue> = { ...base };
  for (const [name, value] of Object.entries(patch)) {
    const before = merged[name];
    merged[name] = isObject(before) && isObject(value) ? merge(before, value) : value;
  }
  return merged;
}

function isObject(value: FactValue | undefined): value is FactMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: FactValue): FactMap {
  return isObject(value) ? value : {};
}
