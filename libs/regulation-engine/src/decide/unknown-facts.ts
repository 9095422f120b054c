import { factsRead } from '../compile/compile-tables.ts';
import type { CompiledKind } from '../compile/compiled-kind.ts';

/** Facts that cannot be known while these are missing: they themselves, and whatever tables derive from them. */
export function unknownFacts({ tables }: CompiledKind, missing: ReadonlySet<string>): ReadonlySet<string> {
  if (missing.size === 0) return missing;
  const unknown = new Set(missing);
  for (const table of tables) if ([...factsRead(table)].some((fact) => unknown.has(fact))) unknown.add(table.sets);
  return unknown;
}
