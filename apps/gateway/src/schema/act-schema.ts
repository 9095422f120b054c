import type { ActDescription, FieldDescription, KindDescription } from '@huiyin/regulation-engine';
import { apiName } from '../mapping/field-name.ts';
import { propertiesOf } from './field-schema.ts';
import type { JsonSchema, SchemaReader } from './field-schema.ts';

const ON_BEHALF_OF: JsonSchema = {
  type: 'object',
  required: ['customerId', 'evidence'],
  additionalProperties: false,
  properties: { customerId: { type: 'string', format: 'uuid', 'x-ref': '/v1/kinds/customer' }, evidence: { type: 'string', minLength: 1, maxLength: 500 } },
};

/** JSON Schema of an act's body: core fields at the top, fields of packs under `fields`, the line's key where it works on one. */
export function actSchema(kind: KindDescription, act: ActDescription, reader: SchemaReader): JsonSchema {
  const lineField = act.line === undefined ? undefined : kind.fields.find((field) => field.name === act.line);
  const known = [...(lineField?.lineFields ?? []).map((field) => ({ ...field, core: lineField?.core === true || field.core })), ...kind.fields];
  const taken = act.fields.flatMap(({ field, required }) => {
    const description = known.find((candidate) => candidate.name === field);
    return description ? [{ description, required }] : [];
  });
  const part = (core: boolean): { readonly fields: FieldDescription[]; readonly required: string[] } => {
    const own = taken.filter(({ description }) => description.core === core);
    return { fields: own.map(({ description }) => description), required: own.filter(({ required }) => required).map(({ description }) => apiName(description)) };
  };
  const [core, packed] = [part(true), part(false)];
  const key = lineField?.key;
  const required = [...core.required, ...(key !== undefined ? [key] : []), ...(packed.required.length > 0 ? ['fields'] : [])];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: {
      ...(key !== undefined && { [key]: { type: 'string', minLength: 1, maxLength: 100 } }),
      ...propertiesOf(core.fields, reader),
      ...(packed.fields.length > 0 && { fields: { type: 'object', additionalProperties: false, ...(packed.required.length > 0 && { required: packed.required }), properties: propertiesOf(packed.fields, reader) } }),
      onBehalfOf: ON_BEHALF_OF,
    },
  };
}
