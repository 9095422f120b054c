import type { PeriodKind } from '@huiyin/deadline-rules';
import type { PackDocument } from '../language/pack-document.ts';
import type { QueryDocument } from '../language/table-document.ts';
import type { KindShape } from '../scope/field-shape.ts';
import type { Compiler } from './compiler.ts';
import type { CompiledQuery, QueryWindow, RowSource } from './compiled-query.ts';
import { pickDefined } from './compile-fields.ts';
import type { KindLayers } from './merge-kinds.ts';

/** Service that counts what no other service keeps. */
export const COUNTING_SERVICE = 'performance-scoring';
const PERIODS: ReadonlySet<string> = new Set(['businessDate', 'day', 'week', 'halfMonth', 'month', 'quarter', 'halfYear', 'year']);
const LEDGERS: ReadonlySet<string> = new Set(['points', 'money', 'stock', 'evidence']);

export interface QueryNames {
  readonly shapes: ReadonlyMap<string, KindShape>;
  readonly kinds: ReadonlyMap<string, KindLayers>;
}

/** `kind`, `kind.steps`, `kind.<lines>`, `ledger.<name>` (or a ledger's name alone). */
export function sourceOf(of: string, { shapes }: QueryNames): RowSource | undefined {
  const [head, part, ...rest] = of.split('.') as [string, ...string[]];
  if (rest.length > 0) return undefined;
  if (head === 'ledger' && part !== undefined) return { type: 'ledger', ledger: part };
  const shape = shapes.get(head);
  if (!shape) return LEDGERS.has(head) && part === undefined ? { type: 'ledger', ledger: head } : undefined;
  if (part === undefined) return { type: 'matters', kind: head };
  if (part === 'steps') return { type: 'steps', kind: head };
  return shape.fields.get(part)?.lineFields ? { type: 'lines', kind: head, field: part } : undefined;
}

/** Compiles a pack's queries. `taken`: keys that earlier packs have. */
export function compileQueries(compiler: Compiler, pack: PackDocument, names: QueryNames, taken: ReadonlySet<string>): readonly CompiledQuery[] {
  return Object.entries(pack.queries ?? {}).flatMap(([name, document]) => {
    const path = `queries.${name}`;
    const source = sourceOf(document.of, names);
    if (!source) {
      compiler.problem('unknownKind', pack.pack, `${path}.of`, `no kind, lines or ledger ${document.of}`);
      return [];
    }
    return [compileQuery(compiler, pack.pack, name, taken.has(name) ? `${pack.pack}:${name}` : name, document, source, names)];
  });
}

function compileQuery(compiler: Compiler, pack: string, name: string, key: string, document: QueryDocument, source: RowSource, names: QueryNames): CompiledQuery {
  const path = `queries.${name}`;
  const optional = (part: 'where' | 'at' | 'on') => compiler.optional(pack, document[part], `${path}.${part}`);
  const read = (field: string, at: string) => compiler.expression(pack, /^[A-Za-z][A-Za-z0-9.]*$/.test(field) ? guarded(`it.${field}`) : field, at);
  const [where, at, on] = [optional('where'), optional('at'), optional('on')];
  const window = windowOf(document.window);
  if (!window) compiler.problem('unknownName', pack, `${path}.window`, `no period or duration: ${document.window}`);
  if (document.take !== 'list' && document.take !== 'count' && document.take !== 'exists' && document.take !== 'latest' && document.field === undefined && source.type !== 'ledger') compiler.problem('unknownName', pack, path, `${document.take} of which field?`);
  const field = document.field ?? (source.type === 'ledger' && document.take !== 'list' && document.take !== 'count' && document.take !== 'exists' ? 'amount' : undefined);
  return {
    ...compiler.item(pack, path, document.rule, `queries.${name}`),
    name, key, of: document.of, source, window: window ?? 'ever', take: document.take,
    service: source.type === 'ledger' ? COUNTING_SERVICE : (names.kinds.get(source.kind)?.service ?? COUNTING_SERVICE),
    per: (document.per ?? []).map((each) => ({ name: each.split('.').at(-1)!, expression: read(each, `${path}.per`) })),
    ...pickDefined({ where, at, on, field: field === undefined ? undefined : { name: field.split('.').at(-1)!, expression: read(field, `${path}.field`) }, max: document.max }),
    reads: [where, at, on].flatMap((expression) => expression?.reads ?? []).flatMap((read) => (read.startsWith('facts.') ? [read.split('.')[1]!] : [])),
  };
}

/** An absent member, or link on the way, gives nothing. */
function guarded(path: string): string {
  return `has(${path}) ? ${path} : null`;
}

export function windowOf(window: string | undefined): QueryWindow | undefined {
  if (window === undefined || window === 'ever') return 'ever';
  if (PERIODS.has(window)) return { period: window as PeriodKind };
  return /^P(?=[\dT])[\dA-Z]+$/.test(window) ? { back: window } : undefined;
}
