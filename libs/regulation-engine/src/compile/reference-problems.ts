import type { CompiledKindFamily } from './compiled-kind.ts';
import type { CompiledQuery } from './compiled-query.ts';
import type { Compiler } from './compiler.ts';

/** Names that lead nowhere though every part compiles by itself: kinds of links, of opened matters, queries of thresholds. */
export function referenceProblems(compiler: Compiler, kinds: ReadonlyMap<string, CompiledKindFamily>, queries: ReadonlyMap<string, CompiledQuery>): void {
  const missing = (kind: string | undefined): kind is string => kind !== undefined && kind !== 'any' && !kinds.has(kind);
  for (const { name, plain, governed } of kinds.values()) {
    for (const kind of [plain, ...governed.map((each) => each.kind)]) {
      for (const field of kind.fields.values()) if (missing(field.to)) compiler.problem('unknownKind', field.pack, `kinds.${name}.fields.${field.name}`, `no kind ${field.to}`, 'warning');
      for (const { action } of kind.actions.values()) if (missing(action.open)) compiler.problem('unknownKind', action.pack, action.item.slice(action.pack.length + 1), `no kind ${action.open} to open`, 'warning');
      for (const { threshold, pack, item } of kind.thresholdEffects) if (threshold && !queries.has(compiler.queryKey(pack, threshold.query))) compiler.problem('unknownName', pack, item.slice(pack.length + 1), `no query ${threshold.query}`);
    }
  }
}
