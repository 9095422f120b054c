import { below, faultAt, isJsonObject } from '@huiyin/platform-http';
import type { Fault } from '@huiyin/platform-http';
import type { FactMap, FactValue, FieldDescription } from '@huiyin/regulation-engine';
import { apiName } from './field-name.ts';
import { readScalar } from './read-value.ts';

/** Lists and lines without a limit of their own end here. */
const MOST_ENTRIES = 200;

/** Reads one field of a body; faults are collected, so that all are told at once. */
export function readField(value: unknown, field: FieldDescription, pointer: string, faults: Fault[]): FactValue | undefined {
  if (value === null) return null;
  if (field.type === 'list') return readEntries(value, field.max, pointer, faults, (entry, at) => readOne(entry, { ...field, type: field.of ?? 'text', max: undefined }, at, faults));
  if (field.type === 'lines') return readEntries(value, field.max, pointer, faults, (entry, at) => readLine(entry, field, at, faults));
  return readOne(value, field, pointer, faults);
}

function readOne(value: unknown, field: FieldDescription, pointer: string, faults: Fault[]): FactValue | undefined {
  const read = readScalar(value, field, pointer);
  if (read.ok) return read.value;
  faults.push(read.fault);
  return undefined;
}

function readEntries(value: unknown, max: number | undefined, pointer: string, faults: Fault[], read: (entry: unknown, at: string) => FactValue | undefined): FactValue | undefined {
  if (!Array.isArray(value)) {
    faults.push(faultAt(pointer, 'wrong-type', { type: '[ … ]' }));
    return undefined;
  }
  const most = max ?? MOST_ENTRIES;
  if (value.length > most) {
    faults.push(faultAt(pointer, 'too-long', { max: most }));
    return undefined;
  }
  return value.map((entry, index) => read(entry, below(pointer, index)) ?? null);
}

function readLine(entry: unknown, field: FieldDescription, pointer: string, faults: Fault[]): FactValue | undefined {
  if (!isJsonObject(entry)) {
    faults.push(faultAt(pointer, 'wrong-type', { type: '{ … }' }));
    return undefined;
  }
  const line: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(entry)) {
    const at = below(pointer, name);
    if (name === field.key) {
      const key = readOne(value, { ...field, type: 'text', max: 100 }, at, faults);
      if (key !== undefined) line[name] = key;
      continue;
    }
    const known = field.lineFields?.find((candidate) => apiName(candidate) === name);
    if (!known) faults.push(faultAt(at, 'unknown-field', { name }));
    else {
      const read = readField(value, known, at, faults);
      if (read !== undefined) line[known.name] = read;
    }
  }
  return line as FactMap;
}
