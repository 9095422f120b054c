import fc from 'fast-check';
import type { JsonSchema } from '../../schema/json-schema.ts';
import type { OpenApiDocument } from '../document.ts';
import { resolve } from '../self-check.ts';
import type { Hostility } from './fuzz-request.ts';

type Body = Readonly<Record<string, unknown>>;

/** A body made wrong in one way; undefined where this way does not exist for its schema. */
export function hostileBodies(hostility: Hostility, bodies: fc.Arbitrary<unknown>, schema: JsonSchema, document: OpenApiDocument): fc.Arbitrary<string> | undefined {
  const valid = bodies as fc.Arbitrary<Body>;
  const members = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).map(([name, part]) => [name, followed(part, document)] as const);
  const typed = members.filter(([name]) => name !== 'fields');
  const required = (schema['required'] ?? []) as readonly string[];
  const limited = typed.filter(([, part]) => typeof part['maxLength'] === 'number');
  const spoil = (names: readonly string[], wrong: fc.Arbitrary<unknown>): fc.Arbitrary<string> | undefined =>
    names.length === 0 ? undefined : fc.tuple(valid, fc.constantFrom(...names), wrong).map(([body, name, value]) => JSON.stringify({ ...body, [name]: value }));

  switch (hostility) {
    case 'unknown-field':
      return fc.tuple(valid, fc.constantFrom('status', 'stateX', '$where', 'id2', 'tenant')).map(([body, name]) => JSON.stringify({ ...body, [name]: 'x' }));
    case 'wrong-type':
      return spoil(typed.map(([name]) => name), fc.constant([[{ wrong: true }]]));
    case 'over-long':
      return limited.length === 0 ? undefined : fc.tuple(valid, fc.constantFrom(...limited)).map(([body, [name, part]]) => JSON.stringify({ ...body, [name]: 'x'.repeat(Number(part['maxLength']) + 1) }));
    case 'operator-injection':
      return spoil(typed.filter(([, part]) => part['type'] !== 'object').map(([name]) => name), fc.constantFrom<unknown>({ $gt: '' }, { $ne: null }, { $where: 'sleep(1000)' }));
    case 'prototype-key':
      return fc.tuple(valid, fc.constantFrom('__proto__', 'constructor', 'prototype')).map(([body, name]) => JSON.stringify(body).replace(/^\{/, `{${JSON.stringify(name)}:{"polluted":true}${Object.keys(body).length > 0 ? ',' : ''}`));
    case 'missing-required':
      return required.length === 0 ? undefined : fc.tuple(valid, fc.constantFrom(...required)).map(([body, name]) => JSON.stringify(Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))));
    case 'deep-json':
      return fc.integer({ min: 40, max: 4000 }).map((depth) => `{"fields":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`);
    case 'no-object':
      return fc.constantFrom('[]', '"text"', '7', 'true');
    case 'malformed-json':
      return fc.constantFrom('{', '{"a":}', '{"a":1,}', "{'a':1}", '\u0000', '{"a":NaN}', 'nonsense');
    default:
      return undefined;
  }
}

const followed = (schema: JsonSchema, document: OpenApiDocument): JsonSchema => (typeof schema['$ref'] === 'string' ? { ...(resolve(document, schema['$ref']) as JsonSchema), ...schema } : schema);
