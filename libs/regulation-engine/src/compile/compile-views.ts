import type { PackDocument } from '../language/pack-document.ts';
import type { FormDescription } from '../describe/kind-description.ts';
import type { CompiledView } from './compiled-policy.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';
import { compilePersons } from './compile-persons.ts';
import type { KindShape } from '../scope/field-shape.ts';

/** Compiles a pack's views: registers and live lists. */
export function compileViews(compiler: Compiler, pack: PackDocument, shapes: ReadonlyMap<string, KindShape>): readonly CompiledView[] {
  return Object.entries(pack.views ?? {}).map(([name, document]) => {
    const path = `views.${name}`;
    const shape = shapes.get(document.of);
    if (!shape) compiler.problem('unknownKind', pack.pack, path, `no kind ${document.of}`);
    const persons = (named: NonNullable<typeof document.by>, at: string) => compilePersons(compiler, pack.pack, named, `${path}.${at}`, (field) => shape?.fields.get(field)?.type);
    const { rule, ...described } = document;
    return {
      ...described,
      ...compiler.item(pack.pack, path, rule),
      name,
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
  return Object.entries(pack.forms ?? {}).map(([name, { rule, ...document }]) => ({ ...document, name, pack: pack.pack, citation: compiler.cite(pack.pack, rule) }));
}
