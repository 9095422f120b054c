import type { ActDocument } from '../language/act-document.ts';
import type { CompiledCompanion, CompiledField } from './compiled-act.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';
import { literalOrExpression } from './literals.ts';

/** `together: [a.move, { act: move, on: b, set: … }]`: acts on linked matters in the same transaction. */
export function compileTogether(compiler: Compiler, pack: string, path: string, { together, rule }: ActDocument, fields: ReadonlyMap<string, CompiledField>): readonly CompiledCompanion[] {
  return (together ?? []).map((entry, index) => {
    const at = `${path}.together[${index}]`;
    const document = typeof entry === 'string' ? linkAct(entry) : entry;
    if (!document.on) compiler.problem('unknownName', pack, at, `${String(entry)} names no link: link.act`);
    return {
      ...compiler.item(pack, at, rule),
      act: document.act,
      on: fields.get(document.on)?.type === 'ref' ? { field: document.on } : { expression: compiler.expression(pack, document.on, `${at}.on`) },
      ...pickDefined({ if: compiler.optional(pack, document.if, `${at}.if`) }),
      set: Object.entries(document.set ?? {}).map(([field, value]) => ({ field, value: literalOrExpression(value, (source) => compiler.expression(pack, source, `${at}.set.${field}`)) })),
    };
  });
}

function linkAct(text: string): { readonly act: string; readonly on: string; readonly if?: undefined; readonly set?: undefined } {
  const cut = text.lastIndexOf('.');
  return { act: text.slice(cut + 1), on: text.slice(0, Math.max(cut, 0)) };
}
