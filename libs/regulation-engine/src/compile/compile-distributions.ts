import type { PackDocument } from '../language/pack-document.ts';
import type { PrincipleDocument } from '../language/table-document.ts';
import type { CompiledDistribution, CompiledPrinciple } from './compiled-kind.ts';
import type { CompiledItem } from './compiled-item.ts';
import type { Compiler } from './compiler.ts';
import { compilePersons } from './compile-persons.ts';
import type { KindShape } from '../scope/field-shape.ts';

/** Compiles a pack's distributions by the kind whose lines they fill. */
export function compileDistributions(compiler: Compiler, pack: PackDocument, shapes: ReadonlyMap<string, KindShape>): readonly { readonly kind: string; readonly distribution: CompiledDistribution }[] {
  if (pack.mode === 'watch') return [];
  return Object.entries(pack.distributions ?? {}).flatMap(([name, document]) => {
    const path = `distributions.${name}`;
    const [kind, lines] = document.of.split('.') as [string, string | undefined];
    const fields = lines === undefined ? undefined : shapes.get(kind)?.fields.get(lines)?.lineFields;
    if (lines === undefined || !fields?.has(document.sets)) {
      compiler.problem('unknownName', pack.pack, path, `no lines ${document.of} with a field ${document.sets}`);
      return [];
    }
    const principles = document.by.flatMap((principle, index) => compilePrinciple(compiler, pack.pack, `${path}.by[${index}]`, principle, compiler.item(pack.pack, `${path}.by[${index}]`, principle.rule ?? document.rule)));
    return [{ kind, distribution: { ...compiler.item(pack.pack, path, document.rule), name, lines, sets: document.sets, among: compilePersons(compiler, pack.pack, document.among, `${path}.among`, () => undefined), principles } }];
  });
}

function compilePrinciple(compiler: Compiler, pack: string, path: string, document: PrincipleDocument, item: CompiledItem): readonly CompiledPrinciple[] {
  const expression = (source: string, part: string) => compiler.expression(pack, source, `${path}.${part}`);
  if (document.keep !== undefined) return [{ ...item, type: 'keep', expression: expression(document.keep, 'keep') }];
  if (document.only !== undefined) return [{ ...item, type: 'only', expression: expression(document.only, 'only') }];
  if (document.share !== undefined && document.to !== undefined) {
    const share = document.share.replace(/^value:/, '');
    if (!document.share.startsWith('value:') || !compiler.value(pack, share)) compiler.problem('unknownName', pack, `${path}.share`, `no value ${document.share}`);
    return [{ ...item, type: 'share', share, to: expression(document.to, 'to') }];
  }
  for (const type of ['lowest', 'highest'] as const) {
    const source = document[type];
    if (source === undefined) continue;
    const query = /^query:([A-Za-z][A-Za-z0-9]*)$/.exec(source)?.[1];
    return [{ ...item, type, of: query === undefined ? { expression: expression(source, type) } : { query: compiler.queryKey(pack, query) } } as CompiledPrinciple];
  }
  compiler.problem('unknownName', pack, path, 'no principle: keep, only, share with to, lowest, highest');
  return [];
}
