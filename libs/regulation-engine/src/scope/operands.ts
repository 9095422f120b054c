import { plain } from '../cel/plain.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import type { RunScope } from './run-scope.ts';

/** Values of the paths an expression reads, as JSON: the operands an explanation shows. What cannot be read is null. */
export function operands(scope: RunScope, pack: string, paths: readonly string[]): FactMap {
  return Object.fromEntries(paths.map((path) => [path, operand(scope, pack, path)]));
}

export function operand(scope: RunScope, pack: string, path: string): FactValue {
  try {
    const [root, ...members] = path.split('.') as [string, ...string[]];
    let value: unknown = root === 'values' ? scope.valuesOf(pack) : scope.names[root];
    for (const member of members) {
      if (value === null || value === undefined) return null;
      value = (value as Readonly<Record<string, unknown>>)[member];
    }
    return value === undefined ? null : plain(value);
  } catch {
    return null;
  }
}
