import type { CompiledKind, CompiledKindFamily } from './compiled-kind.ts';
import type { CompiledQuery } from './compiled-query.ts';
import type { Compiler } from './compiler.ts';

/** Names that lead nowhere though every part compiles by itself: kinds of links, of opened matters, queries of thresholds. */
export function referenceProblems(compiler: Compiler, kinds: ReadonlyMap<string, CompiledKindFamily>, queries: ReadonlyMap<string, CompiledQuery>): void {
  const missing = (kind: string | undefined): kind is string => kind !== undefined && kind !== 'any' && !kinds.has(kind);
  for (const { name, plain, governed } of kinds.values()) {
    for (const kind of [plain, ...governed.map((each) => each.kind)]) {
      for (const field of kind.fields.values()) if (missing(field.to)) compiler.problem('unknownKind', field.pack, `kinds.${name}.fields.${field.name}`, `no kind ${field.to}`, 'warning');
      for (const { action } of kind.actions.values()) if (missing(action.open)) compiler.problem('unknownKind', action.pack, action.item.slice(action.pack.length + 1), `no kind ${action.open} to open`, 'warning');
      for (const { changed, pack, item } of kind.changeEffects) {
        const wrong = wrongFact(kinds, kind, changed!);
        if (wrong !== undefined) compiler.problem('unknownName', pack, `${item.slice(pack.length + 1)}.changed`, wrong);
      }
      for (const { threshold, pack, item } of kind.thresholdEffects) if (threshold && !queries.has(compiler.queryKey(pack, threshold.query))) compiler.problem('unknownName', pack, item.slice(pack.length + 1), `no query ${threshold.query}`);
    }
  }
}

/** A fact of the own kind, or of one that a ref links, either way. */
function wrongFact(kinds: ReadonlyMap<string, CompiledKindFamily>, own: CompiledKind, changed: string): string | undefined {
  const [of, fact] = changed.includes('.') ? (changed.split('.') as [string, string]) : [own.name, changed];
  const other = kinds.get(of);
  if (!other) return `no kind ${of}`;
  const shapes = of === own.name ? [own] : [other.plain, ...other.governed.map(({ kind }) => kind)];
  if (!shapes.some(({ fields, tables }) => fields.has(fact) || tables.some(({ sets }) => sets === fact))) return `${of} has no fact ${fact}`;
  return of === own.name || links(own, [of, other.plain.is]) || shapes.some((shape) => links(shape, [own.name, own.is])) ? undefined : `no ref links ${own.name} and ${of}`;
}

function links({ fields }: CompiledKind, to: readonly (string | undefined)[]): boolean {
  return [...fields.values()].some((field) => field.type === 'ref' && (field.to === undefined || field.to === 'any' || to.includes(field.to)));
}
