import type { CompiledTable } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { compileTable, ordered } from './compile-tables.ts';
import type { ShapedLayers } from './compile-kind.ts';

/** Tables of all layers in dependency order. Two packs that derive one fact are a conflict, decided at adoption. */
export function compileTables(compiler: Compiler, kind: string, layers: ShapedLayers): readonly CompiledTable[] {
  const bySets = new Map<string, { readonly table: CompiledTable; readonly base: boolean }>();
  for (const { pack, document, base, governing, watch, varies } of layers) {
    for (const [name, table] of Object.entries(document.tables ?? {})) {
      const before = bySets.get(table.sets);
      if (before && watch) continue;
      if (before && !before.table.watch && !(before.base && governing) && before.table.pack !== varies) compiler.problem('conflict', pack, `kinds.${kind}.tables.${name}`, `${before.table.pack} derives ${table.sets} too`);
      bySets.set(table.sets, { table: compileTable(compiler, pack, kind, name, table, watch), base });
    }
  }
  return ordered(compiler, kind, [...bySets.values()].map(({ table }) => table));
}
