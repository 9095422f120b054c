import type { FactMap, FactValue, PackDocument } from '@huiyin/regulation-engine';

const isMap = (value: FactValue | undefined): value is FactMap => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A pack with the operator's overrides in, as the engine compiles it. */
export function effectivePack(pack: PackDocument, overrides: FactMap): PackDocument {
  const patches = Object.entries(overrides).flatMap(([key, patch]) => patchFor(pack.pack, key, patch));
  return patches.reduce<FactMap>(merged, pack as unknown as FactMap) as unknown as PackDocument;
}

function patchFor(pack: string, key: string, patch: FactValue): readonly FactMap[] {
  if (key === pack) return isMap(patch) ? [withFigures(patch)] : [];
  const name = key.startsWith(`${pack}.`) ? key.slice(pack.length + 1) : '';
  return name === '' || name.includes('.') ? [] : [withFigures({ values: { [name]: patch } })];
}

/** A bare figure for a value means its `is`. */
function withFigures(patch: FactMap): FactMap {
  const { values } = patch;
  return isMap(values) ? { ...patch, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isMap(value) ? value : { is: value }])) } : patch;
}

function merged(base: FactMap, patch: FactMap): FactMap {
  const result: Record<string, FactValue> = { ...base };
  for (const [name, value] of Object.entries(patch)) {
    const before = result[name];
    result[name] = isMap(before) && isMap(value) ? merged(before, value) : value;
  }
  return result;
}
