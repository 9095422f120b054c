import type { PackDocument } from '../language/pack-document.ts';
import type { FormDescription } from '../describe/kind-description.ts';
import type { CompiledView } from './compiled-policy.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';
import { compilePersons } from './compile-persons.ts';
import { sourceOf, windowOf } from './compile-queries.ts';
import type { QueryNames } from './compile-queries.ts';

/** Compiles a pack's views: registers and live lists. */
export function compileViews(compiler: Compiler, pack: PackDocument, names: QueryNames): readonly CompiledView[] {
  return Object.entries(pack.views ?? {}).map(([name, document]) => {
    const path = `views.${name}`;
    const source = sourceOf(document.of, names);
    if (!source) compiler.problem('unknownKind', pack.pack, path, `no kind ${document.of}`);
    const shape = source && source.type !== 'ledger' ? names.shapes.get(source.kind) : undefined;
    const within = windowOf(document.window);
    if (!within) compiler.problem('unknownName', pack.pack, `${path}.window`, `no period or duration: ${document.window}`);
    const persons = (named: NonNullable<typeof document.by>, at: string) => compilePersons(compiler, pack.pack, named, `${path}.${at}`, (field) => shape?.fields.get(field)?.type);
    const { rule, ...described } = document;
    return {
      ...described,
      ...compiler.item(pack.pack, path, rule),
      name,
      source: source ?? { type: 'matters', kind: document.of },
      within: within ?? 'ever',
      groups: (document.per ?? []).map((each) => ({ name: each.split('.').at(-1)!, expression: compiler.expression(pack.pack, `has(it.${each}) ? it.${each} : null`, `${path}.per`) })),
      computed: document.columns.map((column) => (typeof column === 'string' ? { name: column, field: column } : { name: column.name, expression: compiler.expression(pack.pack, column.is, `${path}.columns.${column.name}`) })),
      narrowed: (document.only ?? []).map((only, index) => ({ by: persons(only.by, `only[${index}].by`), where: compiler.expression(pack.pack, only.where, `${path}.only[${index}].where`) })),
      ...pickDefined({
        filter: compiler.optional(pack.pack, document.where, `${path}.where`),
        openTo: document.by === undefined ? undefined : persons(document.by, 'by'),
      }),
    };
  });
}

export function compileForms(compiler: Compiler, pack: PackDocument): readonly FormDescription[] {
  return Object.entries(pack.forms ?? {}).map(([name, { rule, ...document }]) => ({ ...document, name, pack: pack.pack, citation: compiler.cite(pack.pack, rule), ...(pack.mode === 'watch' && { watch: true }) }));
}
