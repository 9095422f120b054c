import { kebab } from '@huiyin/platform-http';
import type { CoreAct, CoreKind } from '../model/core-kind.ts';
import { fieldSchema, keySchema, labels } from './field-schema.ts';
import type { SharedShapes } from './field-schema.ts';
import { moneySchema, onBehalfOfSchema, packFieldsSchema } from './formats.ts';
import { DIALECT } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';

const STANDALONE: SharedShapes = { money: moneySchema };

/** `work-order.create.v1` */
export const schemaNameOf = (kind: CoreKind, act: CoreAct): string => `${kebab(kind.kind)}.${kebab(act.name)}.v1`;

/** The body of an act as a schema that stands alone. */
export function actSchema(kind: CoreKind, act: CoreAct): JsonSchema {
  return { $schema: DIALECT, $id: `urn:huiyin:schema:${schemaNameOf(kind, act)}`, ...labels(act.label), ...bodySchema(act, STANDALONE, onBehalfOfSchema) };
}

/** The body of an act: core fields at the top, fields of packs under `fields`, unknown ones refused. */
export function bodySchema(act: CoreAct, shared: SharedShapes, onBehalfOf: JsonSchema): JsonSchema {
  const key = act.line?.key;
  const required = [...(key ? [key] : []), ...act.takes.filter((taken) => taken.required).map((taken) => taken.field.apiName)];
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: {
      ...(key && { [key]: keySchema }),
      ...Object.fromEntries(act.takes.map((taken, order) => [taken.field.apiName, { ...fieldSchema(taken.field, taken.required, shared), 'x-order': order + 1 }])),
      fields: packFieldsSchema,
      onBehalfOf,
    },
  };
}
