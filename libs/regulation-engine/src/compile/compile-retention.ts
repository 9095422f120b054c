import type { CompiledExpression } from '../cel/expression.ts';
import type { PackDocument } from '../language/pack-document.ts';
import type { RetentionDocument } from '../language/table-document.ts';
import type { KindShape } from '../scope/field-shape.ts';
import { isDueText } from './compile-due.ts';
import type { CompiledItem } from './compiled-item.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';

export interface CompiledRetention extends CompiledItem {
  readonly kind: string;
  /** Left out: the whole matter. */
  readonly field?: string;
  readonly keep?: string;
  readonly erase?: string;
  readonly after: { readonly act: string } | { readonly expression: CompiledExpression } | 'end';
}

/** Compiles how long things are kept. */
export function compileRetention(compiler: Compiler, pack: PackDocument, shapes: ReadonlyMap<string, KindShape>): readonly CompiledRetention[] {
  if (pack.mode === 'watch') return [];
  return (pack.retention ?? []).flatMap((document, index) => {
    const path = `retention[${index}]`;
    const parts = (document.field ?? '').split('.');
    const kind = document.kind ?? (parts.length > 1 ? parts[0]! : '');
    const field = document.field === undefined ? undefined : parts.at(-1)!;
    const shape = shapes.get(kind);
    if (!shape || (field !== undefined && !shape.fields.has(field))) {
      compiler.problem('unknownName', pack.pack, path, `no kind or field ${document.field ?? document.kind}`);
      return [];
    }
    for (const period of [document.keep, document.erase]) if (period !== undefined && period !== 'always' && !isDueText(period)) compiler.problem('syntax', pack.pack, path, `no duration: ${period}`);
    return [{ ...compiler.item(pack.pack, path, document.rule), kind, after: afterOf(compiler, pack.pack, path, document, shape), ...pickDefined({ field, keep: document.keep, erase: document.erase }) }];
  });
}

function afterOf(compiler: Compiler, pack: string, path: string, { after }: RetentionDocument, shape: KindShape): CompiledRetention['after'] {
  if (after === undefined) return 'end';
  const act = after.replace(`${shape.name}.`, '');
  if (shape.acts.includes(act)) return { act };
  return { expression: compiler.expression(pack, shape.fields.has(after) ? `has(matter.${after}) ? matter.${after} : null` : after, `${path}.after`) };
}
