import { below, faultAt, isJsonObject } from '@huiyin/platform-http';
import type { Fault, JsonObject } from '@huiyin/platform-http';
import type { ActDescription, FactMap, FactValue, FieldDescription, KindDescription } from '@huiyin/regulation-engine';
import { apiName } from './field-name.ts';
import { readField } from './read-field.ts';

export interface ReadInput {
  readonly input: FactMap;
  readonly line?: string;
  readonly faults: readonly Fault[];
  /** Field and pointer of every id given, to be looked up before the act. */
  readonly ids: readonly { readonly id: string; readonly pointer: string; readonly field: FieldDescription }[];
}

/** Members of a body that are no fields of the kind. */
const ENVELOPE = ['onBehalfOf', 'line', 'fields'];

/**
 * A body as the engine's input. Unknown fields are refused by name, also a pack's field outside `fields`; a field of the kind
 * that this act does not take goes through, so that the engine refuses it with its rule.
 */
export function readInput(kind: KindDescription, act: ActDescription, body: JsonObject): ReadInput {
  const faults: Fault[] = [];
  const input: Record<string, FactValue> = {};
  const ids: ReadInput['ids'][number][] = [];
  const lineField = act.line === undefined ? undefined : kind.fields.find((field) => field.name === act.line);
  const candidates = lineField?.lineFields ? [...lineField.lineFields.map((field) => ({ ...field, core: lineField.core || field.core })), ...kind.fields] : kind.fields;
  let line = readLineKey(body, lineField, faults);

  const take = (members: JsonObject, core: boolean, at: string): void => {
    for (const [name, value] of Object.entries(members)) {
      if (core && (ENVELOPE.includes(name) || (lineField && name === lineField.key))) continue;
      const pointer = below(at, name);
      const field = candidates.find((candidate) => candidate.core === core && apiName(candidate) === name);
      if (!field) {
        faults.push(faultAt(pointer, 'unknown-field', { name }));
        continue;
      }
      const read = readField(value, field, pointer, faults);
      if (read === undefined) continue;
      input[field.name] = read;
      ids.push(...idsIn(read, field, pointer));
    }
  };
  take(body, true, '');
  const packed = body['fields'];
  if (isJsonObject(packed)) take(packed, false, '/fields');
  else if (packed !== undefined) faults.push(faultAt('/fields', 'wrong-type', { type: '{ … }' }));
  if (lineField && line === undefined && faults.length === 0) {
    faults.push(faultAt(`/${lineField.key ?? 'line'}`, 'required'));
    line = undefined;
  }
  return { input, faults, ids, ...(line !== undefined && { line }) };
}

/** The line that a line act works on: `line`, or the line's key field by its own name. */
function readLineKey(body: JsonObject, field: FieldDescription | undefined, faults: Fault[]): string | undefined {
  const name = field?.key !== undefined && body[field.key] !== undefined ? field.key : 'line';
  const value = body[name];
  if (value === undefined) return undefined;
  if (!field) faults.push(faultAt('/line', 'unknown-field', { name: 'line' }));
  else if (typeof value !== 'string' || value === '' || value.length > 100) faults.push(faultAt(`/${name}`, 'wrong-type', { type: 'text ≤ 100' }));
  else return value;
  return undefined;
}

function idsIn(value: FactValue, field: FieldDescription, pointer: string): ReadInput['ids'][number][] {
  if (field.type === 'ref' || field.type === 'person') return typeof value === 'string' ? [{ id: value, pointer, field }] : [];
  if (field.type === 'list' && (field.of === 'ref' || field.of === 'person') && Array.isArray(value)) {
    return value.flatMap((entry: FactValue, index) => (typeof entry === 'string' ? [{ id: entry, pointer: below(pointer, index), field: { ...field, type: field.of ?? 'ref' } }] : []));
  }
  if (field.type === 'lines' && Array.isArray(value)) {
    return value.flatMap((line: FactValue, index) =>
      (field.lineFields ?? []).flatMap((inner) => (isJsonObject(line) ? idsIn((line[inner.name] ?? null) as FactValue, inner, below(below(pointer, index), apiName(inner))) : [])),
    );
  }
  return [];
}
