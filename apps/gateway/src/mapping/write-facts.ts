import { kebab } from '@huiyin/platform-http';
import type { FactMap, FactValue, FieldDescription, KindDescription } from '@huiyin/regulation-engine';
import { apiName } from './field-name.ts';
import { writeInstant } from './instant.ts';

type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
export type JsonMap = { [name: string]: Json };

/** One value as the API spells it. */
export function writeValue(value: FactValue, field: Pick<FieldDescription, 'type' | 'of' | 'lineFields' | 'key'>, zone: string): Json {
  if (value === null) return null;
  switch (field.type) {
    case 'money':
      return typeof value === 'number' ? { amount: value, currency: 'CNY' } : null;
    case 'instant':
      return typeof value === 'string' ? writeInstant(value, zone) : null;
    case 'choice':
      return typeof value === 'string' ? kebab(value) : (value as Json);
    case 'list':
      return Array.isArray(value) ? value.map((entry: FactValue) => writeValue(entry, { type: field.of ?? 'text' }, zone)) : (value as Json);
    case 'lines':
      return Array.isArray(value) ? value.map((line: FactValue) => writeLine(line, field, zone)) : (value as Json);
    default:
      return value as Json;
  }
}

function writeLine(line: FactValue, field: Pick<FieldDescription, 'lineFields' | 'key'>, zone: string): Json {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return line as Json;
  const written: JsonMap = {};
  for (const [name, value] of Object.entries(line as FactMap)) {
    const known = field.lineFields?.find((candidate) => candidate.name === name);
    written[known ? apiName(known) : name] = known ? writeValue(value, known, zone) : (value as Json);
  }
  return written;
}

/**
 * A matter's facts as the API shows them: core fields at the top, the rest under `fields`.
 * Facts that the policy does not describe (those of an earlier release) stay readable under `fields`.
 */
export function writeFacts(kind: KindDescription, facts: FactMap, zone: string): { readonly core: JsonMap; readonly packed: JsonMap } {
  const core: JsonMap = {};
  const packed: JsonMap = {};
  for (const [name, value] of Object.entries(facts)) {
    const field = kind.fields.find((candidate) => candidate.name === name);
    if (value === null) continue;
    if (!field) packed[name] = value as Json;
    else (field.core ? core : packed)[apiName(field)] = writeValue(value, field, zone);
  }
  return { core, packed };
}
