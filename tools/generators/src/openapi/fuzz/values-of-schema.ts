import fc from 'fast-check';
import { DURATION, ID, INSTANT } from '../../schema/formats.ts';
import type { JsonSchema } from '../../schema/json-schema.ts';
import type { OpenApiDocument } from '../document.ts';
import { resolve } from '../self-check.ts';

/** Ids that a valid request may use, by where the schema says they are looked up (`x-ref`); `*` for any. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

const SOME_ID = '019c9a5e-8f00-7abc-8def-012345678900';
const MONTHS = { min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true };

/** Values that fit a schema. */
export function valuesOf(schema: JsonSchema, document: OpenApiDocument, ids: KnownIds): fc.Arbitrary<unknown> {
  const inner = (part: unknown): fc.Arbitrary<unknown> => valuesOf((part ?? {}) as JsonSchema, document, ids);
  if (typeof schema['$ref'] === 'string') return inner(resolve(document, schema['$ref']));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if (Array.isArray(schema['allOf'])) return inner(merged(schema['allOf'] as JsonSchema[], document));
  if (Array.isArray(schema['anyOf']) && schema['type'] === undefined) return fc.oneof(...(schema['anyOf'] as unknown[]).map(inner));
  const type = Array.isArray(schema['type']) ? (schema['type'] as string[])[0] : schema['type'];
  switch (type) {
    case 'object':
      return objects(schema, inner);
    case 'array':
      return fc.array(inner(schema['items']), { minLength: Number(schema['minItems'] ?? 0), maxLength: Math.min(Number(schema['maxItems'] ?? 3), 3) });
    case 'integer':
      return fc.integer({ min: Math.max(Number(schema['minimum'] ?? -1000), -1_000_000), max: Math.min(Number(schema['maximum'] ?? 1000), 1_000_000) });
    case 'number':
      return fc.double({ min: Number(schema['minimum'] ?? -1000), max: Number(schema['maximum'] ?? 1000), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return texts(schema, ids);
  }
}

/** Members of all parts together; narrower bounds of a later part win. */
function merged(parts: readonly JsonSchema[], document: OpenApiDocument): JsonSchema {
  const resolved = parts.map((part) => (typeof part['$ref'] === 'string' ? (resolve(document, part['$ref']) as JsonSchema) : part));
  const properties: Record<string, JsonSchema> = {};
  for (const part of resolved) for (const [name, value] of Object.entries((part['properties'] ?? {}) as Record<string, JsonSchema>)) properties[name] = { ...properties[name], ...value };
  return { ...Object.assign({}, ...resolved), properties };
}

function objects(schema: JsonSchema, inner: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, unknown>;
  const required = (schema['required'] ?? []) as string[];
  return fc.record(Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)])), { requiredKeys: required });
}

function texts(schema: JsonSchema, ids: KnownIds): fc.Arbitrary<string> {
  const pattern = schema['pattern'];
  if (pattern === ID['pattern']) return fc.constantFrom(...(ids[String(schema['x-ref'])] ?? ids['*'] ?? [SOME_ID]));
  if (pattern === INSTANT['pattern']) return fc.date(MONTHS).map((date) => `${date.toISOString().slice(0, 19)}+08:00`);
  if (schema['format'] === 'date') return fc.date(MONTHS).map((date) => date.toISOString().slice(0, 10));
  if (pattern === DURATION['pattern']) return fc.constantFrom('PT30M', 'P3D', 'P1M', 'P1DT2H');
  const length = { minLength: Number(schema['minLength'] ?? 0), maxLength: Math.min(Number(schema['maxLength'] ?? 40), 40) };
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= Number(schema['maxLength'] ?? 500));
  const characters = fc.constantFrom(...'abc水管漏水灯 0129-’“😀<&');
  return fc.string({ unit: characters, ...length }).map((text) => (text.trim() === '' && length.minLength > 0 ? 'text' : text));
}
