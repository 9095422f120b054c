import type { FieldDocument, FieldType } from '../language/field-document.ts';
import { RESERVED_MEMBERS } from '../scope/matter-members.ts';
import type { Citation } from '../matter/matter.ts';
import type { CompiledField } from './compiled-act.ts';
import type { Compiler } from './compiler.ts';
import { isCore } from './citations.ts';
import { literalOrExpression } from './literals.ts';
import { isName } from './names.ts';

export interface FieldLayer {
  readonly pack: string;
  readonly fields: Readonly<Record<string, FieldDocument>>;
  /** Its pack only watches: what it requires may be given, need not. */
  readonly watch?: boolean;
}

/** Type of a field document: `choice: […]` alone means a choice, `to` alone a ref. */
export function typeOf(document: FieldDocument): FieldType {
  return document.type ?? (document.choice ? 'choice' : document.to ? 'ref' : 'text');
}

/** Merges the fields of all layers: later declarations add to earlier ones, the acts that require or admit a field accumulate. */
export function compileFields(compiler: Compiler, kind: string, layers: readonly FieldLayer[], derived: ReadonlySet<string>): ReadonlyMap<string, CompiledField> {
  const fields = new Map<string, CompiledField>();
  for (const { pack, fields: documents, watch } of layers) {
    for (const [name, declared] of Object.entries(documents)) {
      const document = watch ? watched(declared, fields.has(name)) : declared;
      const path = `kinds.${kind}.fields.${name}`;
      if (!isName(name) || RESERVED_MEMBERS.has(name)) {
        compiler.problem('prototypeName', pack, path, `not a name for a field: ${name}`);
        continue;
      }
      const before = fields.get(name);
      const given = document.type ?? (document.choice ? 'choice' : document.to ? 'ref' : undefined);
      if (before && given && given !== before.type) compiler.problem('conflict', pack, path, `${name} is ${before.type} elsewhere`);
      const field = mergeField(compiler, pack, path, name, document, before, derived.has(name));
      fields.set(name, watch ? withWatched(compiler, pack, path, field, declared) : field);
    }
  }
  return fields;
}

/** Of a pack that only watches: acts may carry its fields, need not; to another's field it adds nothing else. */
function watched({ required, optional, default: _, ...document }: FieldDocument, known: boolean): FieldDocument {
  return { ...(!known && document), optional: [...(optional ?? []), ...(required ?? [])] };
}

function withWatched(compiler: Compiler, pack: string, path: string, field: CompiledField, { required = [], rule }: FieldDocument): CompiledField {
  const cited = compiler.item(pack, path, rule, path.replace(/^kinds\./, '')).citation;
  return { ...field, watchedIn: new Map([...field.watchedIn, ...required.map((act) => [act, cited] as const)]) };
}

function mergeField(compiler: Compiler, pack: string, path: string, name: string, document: FieldDocument, before: CompiledField | undefined, derived: boolean): CompiledField {
  const type = before?.type ?? typeOf(document);
  const own = document.rule === undefined && before ? { item: before.item, pack: before.pack, citation: before.citation } : compiler.item(pack, path, document.rule, path.replace(/^kinds\./, ''));
  const requiredIn = new Map<string, Citation>([...(before?.requiredIn ?? []), ...(document.required ?? []).map((act) => [act, own.citation] as const)]);
  const typed = document.typed ?? before?.typed;
  return {
    ...own,
    pack: before?.pack ?? pack,
    name,
    type,
    core: before?.core ?? isCore(pack),
    ...choices(compiler, pack, document, before),
    ...pickDefined({
      to: document.to ?? before?.to,
      of: typeof document.of === 'string' ? document.of : before?.of,
      lineKey: document.key ?? before?.lineKey,
      lineFields: lineFields(compiler, pack, path, document, before),
      min: document.min ?? before?.min,
      max: document.max ?? before?.max,
      scale: document.scale ?? before?.scale,
      unit: document.unit ?? before?.unit,
      group: document.group ?? before?.group,
      label: document.label ?? before?.label,
      typed,
      check: compiler.optional(pack, document.check, `${path}.check`) ?? before?.check,
      default: document.default === undefined ? before?.default : literalOrExpression(document.default, (source) => compiler.expression(pack, source, `${path}.default`)),
    }),
    requiredIn,
    optionalIn: new Set([...(before?.optionalIn ?? []), ...(document.optional ?? [])]),
    watchedIn: before?.watchedIn ?? new Map(),
    stamped: type === 'instant' && typed === undefined && requiredIn.size > 0,
    derived,
    personal: document.personal ?? before?.personal ?? false,
    period: document.period ?? before?.period ?? false,
  };
}

function lineFields(compiler: Compiler, pack: string, path: string, document: FieldDocument, before: CompiledField | undefined): ReadonlyMap<string, CompiledField> | undefined {
  if (typeof document.of !== 'object') return before?.lineFields;
  const merged = new Map(before?.lineFields ?? []);
  for (const [name, sub] of Object.entries(document.of)) {
    if (!isName(name)) compiler.problem('prototypeName', pack, `${path}.of.${name}`, `not a name for a field: ${name}`);
    else merged.set(name, mergeField(compiler, pack, `${path}.of.${name}`, name, { rule: document.rule, ...(typeof sub === 'string' ? { type: sub } : sub) }, merged.get(name), false));
  }
  return merged;
}

function choices(compiler: Compiler, pack: string, document: FieldDocument, before: CompiledField | undefined): { choices?: ReadonlyMap<string, Citation | undefined> } {
  if (!document.choice) return before?.choices ? { choices: before.choices } : {};
  const options = document.choice.map((option) => (typeof option === 'string' ? ([option, undefined] as const) : ([option.is, option.rule === undefined ? undefined : compiler.cite(pack, option.rule)] as const)));
  return { choices: new Map([...(before?.choices ?? []), ...options]) };
}

/** Drops undefined members, so that merged items stay small and comparable. */
export function pickDefined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}
