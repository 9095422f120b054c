import { kebab } from '@huiyin/platform-http';
import { bodySchema } from '../schema/act-schema.ts';
import type { SharedShapes } from '../schema/field-schema.ts';
import { ID, INSTANT } from '../schema/formats.ts';
import { fieldSchema } from '../schema/field-schema.ts';
import { LONGEST_LIST } from '../model/limits.ts';
import type { CoreAct, CoreField, CoreKind } from '../model/core-kind.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { HEAD_MEMBERS, HEAD_REQUIRED } from './components/head.ts';
import { schemaRef } from './document.ts';

const SHARED: SharedShapes = { money: (least) => (least === undefined ? schemaRef('Money') : { allOf: [schemaRef('Money'), { properties: { amount: { minimum: least } } }] }) };

/** The body of an act, as a component. */
export const actComponent = (act: CoreAct): JsonSchema => bodySchema(act, SHARED, schemaRef('OnBehalfOf'));

/** A merge patch: any of what the act `change` takes; null takes a field away. */
export function patchComponent(act: CoreAct): JsonSchema {
  const members = act.takes.map(({ field }) => [field.apiName, { anyOf: [fieldSchema(field, false, SHARED), { type: 'null' }] }] as const);
  return { type: 'object', additionalProperties: false, minProperties: 1, properties: { ...Object.fromEntries(members), fields: { type: 'object' }, onBehalfOf: schemaRef('OnBehalfOf') } };
}

/** The resource of a kind: the head of every matter and the fields of this kind, as far as they are known. */
export function resourceComponent(kind: CoreKind): JsonSchema {
  const known = kind.states.map(kebab);
  return {
    type: 'object',
    additionalProperties: false,
    ...(kind.label && { title: kind.label.en }),
    required: HEAD_REQUIRED,
    properties: {
      ...Object.fromEntries(kind.fields.map((field) => [field.apiName, answered(field)])),
      ...HEAD_MEMBERS,
      kind: { const: kebab(kind.kind) },
      state: { ...HEAD_MEMBERS['state'], 'x-known': known, description: `Grows with packs; the core knows ${known.join(', ')}.` },
    },
  };
}

/** A field as it is answered: looser than as it is asked for, since packs add choices and rules change. */
function answered(field: CoreField): JsonSchema {
  switch (field.type) {
    case 'choice':
      return { type: 'string', 'x-known': (field.choices ?? []).map(kebab) };
    case 'money':
      return schemaRef('Money');
    case 'instant':
      return INSTANT;
    case 'ref':
    case 'person':
    case 'file':
      return ID;
    case 'bool':
      return { type: 'boolean' };
    case 'int':
    case 'decimal':
    case 'percent':
      return { type: 'number' };
    case 'list':
      return { type: 'array', maxItems: field.max ?? LONGEST_LIST, items: answered({ ...field, type: field.of ?? 'text' }) };
    case 'lines':
      return { type: 'array', items: { type: 'object', properties: Object.fromEntries((field.lineFields ?? []).map((inner) => [inner.apiName, answered(inner)])) } };
    default:
      return { type: 'string' };
  }
}
