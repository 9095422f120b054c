import type { ActDocument } from '../language/act-document.ts';
import type { CompiledAct, CompiledField, CompiledTarget, LineTakes } from './compiled-act.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';
import { compileGates } from './compile-gates.ts';
import { compilePersons } from './compile-persons.ts';
import { compileTogether } from './compile-together.ts';
import { compileWatching } from './compile-watching.ts';
import type { PersonFields } from './compile-persons.ts';
import { isName } from './names.ts';

export interface ActLayer {
  readonly pack: string;
  readonly document: ActDocument;
  /** False: a pack that does not govern: it adds gates and assignments to acts of others. */
  readonly shapes: boolean;
  /** Its pack, or the act itself, only watches: it is recorded and changes nothing. */
  readonly watch: boolean;
}

/** Built-in acts of every kind: they look at a matter and move nothing. */
export const ACCESS_ACTS: ReadonlySet<string> = new Set(['read', 'list', 'print', 'export', 'forward']);

/** What only the governing pack says of an act that is there already. */
const SHAPING = ['by', 'from', 'sign', 'turn', 'line', 'permit', 'together'] as const;

/** Merges an act over its layers: the governing pack's parts replace the core's, gates accumulate. */
export function compileAct(compiler: Compiler, kind: string, name: string, layers: readonly ActLayer[], fields: ReadonlyMap<string, CompiledField>): CompiledAct {
  const path = `kinds.${kind}.acts.${name}`;
  if (!isName(name)) compiler.problem('prototypeName', layers[0]!.pack, path, `not a name for an act: ${name}`);
  const personFields: PersonFields = (field) => fields.get(field)?.type;
  const shaping = layers.filter((layer, index) => layer.shapes || index === 0);
  const acting = layers.filter(({ watch }) => !watch);
  const last = <K extends keyof ActDocument>(part: K): { readonly pack: string; readonly part: NonNullable<ActDocument[K]> } | undefined => {
    const layer = shaping.findLast(({ document }) => document[part] !== undefined);
    return layer && { pack: layer.pack, part: layer.document[part]! };
  };
  for (const { pack, document } of acting.filter((layer) => !shaping.includes(layer))) {
    if (SHAPING.some((part) => document[part] !== undefined)) compiler.problem('ignored', pack, path, `${pack} does not govern ${kind}: only gates and assignments of its ${name} count`, 'warning');
  }
  const by = last('by');
  const sign = last('sign');
  const permit = last('permit');
  const ruled = shaping.findLast(({ document }) => document.rule !== undefined) ?? shaping[0]!;
  const line = last('line')?.part;
  const item = compiler.item(ruled.pack, path, ruled.document.rule, `${kind}.${name}`);
  const mayDo = by && compilePersons(compiler, by.pack, by.part, `${path}.by`, personFields);
  const maySign = sign?.part.map((persons, index) => compilePersons(compiler, sign.pack, persons, `${path}.sign[${index}]`, personFields));
  return {
    ...item,
    name,
    whoMay: [...(maySign ?? []), ...(mayDo ? [mayDo] : [])].find(({ citation }) => citation)?.citation ?? item.citation,
    event: `${kind}.${name}`,
    creating: last('from')?.part.includes('new') ?? false,
    to: targets(compiler, path, last('to')),
    turn: last('turn')?.part ?? false,
    access: ACCESS_ACTS.has(name) && last('to') === undefined && !(last('from')?.part.includes('new') ?? false),
    together: shaping.flatMap(({ pack, document }) => compileTogether(compiler, pack, path, document, fields)),
    watching: compileWatching(compiler, kind, name, layers, personFields),
    keepRefused: acting.some(({ document }) => document.keepRefused),
    log: acting.some(({ document }) => document.log),
    gates: layers.flatMap(({ pack, document, watch }) => compileGates(compiler, pack, path, document.require, watch)),
    set: acting.flatMap(({ pack, document }) => Object.entries(document.set ?? {}).map(([field, source]) => ({ field, expression: compiler.expression(pack, source, `${path}.set.${field}`), item: `${pack}/${path}.set.${field}`, citation: compiler.cite(pack, document.rule, `${kind}.${name}`) }))),
    ...pickDefined({
      from: last('from') && new Set(last('from')!.part),
      by: mayDo,
      sign: maySign,
      line,
      permit: permit && { by: compilePersons(compiler, permit.pack, permit.part.by, `${path}.permit.by`, personFields), uses: permit.part.uses ?? 1 },
    }),
    ...takes(name, line, fields),
    lines: line === undefined ? linesOf(name, fields) : new Map(),
  };
}

function targets(compiler: Compiler, path: string, to: { readonly pack: string; readonly part: NonNullable<ActDocument['to']> } | undefined): readonly CompiledTarget[] {
  if (!to) return [];
  if (typeof to.part === 'string') return [{ state: to.part, citation: compiler.cite(to.pack, undefined, path) }];
  return to.part.map((row, index) => ({
    ...pickDefined({ if: compiler.optional(to.pack, row.if, `${path}.to[${index}].if`) }),
    state: row.state,
    citation: compiler.cite(to.pack, row.rule, path),
  }));
}

/** Lists of lines that an act may be given whole, and those it demands something of. */
function linesOf(act: string, fields: ReadonlyMap<string, CompiledField>): CompiledAct['lines'] {
  const lists = [...fields.values()].flatMap((field) => (field.lineFields ? [[field, takenOf(act, field.lineFields, () => true)] as const] : []));
  return new Map(lists.filter(([field, { requires }]) => requires.size > 0 || field.requiredIn.has(act) || field.optionalIn.has(act)).map(([field, part]) => [field.name, part]));
}

/** Fields an act takes; of a line act, those of the line (its key is named otherwise). */
function takes(act: string, line: string | undefined, fields: ReadonlyMap<string, CompiledField>): LineTakes {
  if (line === undefined) return takenOf(act, fields, () => false);
  const { lineFields, lineKey } = fields.get(line) ?? {};
  return takenOf(act, lineFields ?? new Map<string, CompiledField>(), (name) => name !== lineKey);
}

/** `open`: names of fields that belong to every act unless they name acts (a line's). */
function takenOf(act: string, source: ReadonlyMap<string, CompiledField>, open: (name: string) => boolean): LineTakes {
  const taken = new Map<string, CompiledField>();
  const requires = new Set<string>();
  for (const [name, field] of source) {
    const everyAct = open(name) && field.requiredIn.size === 0 && field.optionalIn.size === 0;
    if (field.derived || !(field.requiredIn.has(act) || field.optionalIn.has(act) || everyAct)) continue;
    taken.set(name, field);
    if (field.requiredIn.has(act)) requires.add(name);
  }
  return { takes: taken, requires };
}
