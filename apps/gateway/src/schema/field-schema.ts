import { kebab } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { CompiledPolicy, FieldDescription, FieldType, KindDescription } from '@huiyin/regulation-engine';
import { apiName } from '../mapping/field-name.ts';
import { LONGEST_TEXT } from '../mapping/read-value.ts';
import { choiceLabel } from './choice-label.ts';
import { labelIn, labelsOf } from './label.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** For whom a schema is written: the language, and the kind and policy that name the options. */
export interface SchemaReader {
  readonly locale: Locale;
  readonly kind: Pick<KindDescription, 'kind' | 'is'>;
  readonly policy: Pick<CompiledPolicy, 'texts'>;
}

const text = (field: Pick<FieldDescription, 'max'>): JsonSchema => ({ type: 'string', maxLength: Math.min(field.max ?? LONGEST_TEXT, LONGEST_TEXT) });
const bounds = (field: Pick<FieldDescription, 'min' | 'max'>): JsonSchema => ({ ...(field.min !== undefined && { minimum: field.min }), ...(field.max !== undefined && { maximum: field.max }) });

/** JSON Schema of a value by its type. */
function typeSchema(type: FieldType, field: FieldDescription, reader: SchemaReader): JsonSchema {
  switch (type) {
    case 'int': return { type: 'integer', ...bounds(field) };
    case 'decimal':
    case 'percent': return { type: 'number', ...bounds(field) };
    case 'bool': return { type: 'boolean' };
    case 'money':
      return { type: 'object', required: ['amount', 'currency'], additionalProperties: false, properties: { amount: { type: 'integer', ...bounds(field) }, currency: { const: 'CNY' } } };
    case 'date': return { type: 'string', format: 'date' };
    case 'time': return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' };
    case 'instant': return { type: 'string', format: 'date-time' };
    case 'duration': return { type: 'string', format: 'duration' };
    case 'choice': return { type: 'string', enum: (field.choices ?? []).map(kebab), 'x-enum-labels': Object.fromEntries((field.choices ?? []).map((value) => [kebab(value), labelsOf(choiceLabel(reader.policy, reader.kind, field, value))])) };
    case 'ref':
    case 'person':
    case 'file': return { type: 'string', format: 'uuid', ...(type !== 'file' && { 'x-ref': type === 'person' ? '/v1/staff' : refPath(field) }) };
    case 'list': return { type: 'array', maxItems: field.max ?? 200, items: typeSchema(field.of ?? 'text', { ...field, min: undefined, max: undefined }, reader) };
    case 'lines':
      return { type: 'array', maxItems: field.max ?? 200, items: { type: 'object', additionalProperties: false, properties: { ...(field.key !== undefined && { [field.key]: { type: 'string', maxLength: 100 } }), ...propertiesOf(field.lineFields ?? [], reader) } } };
    case 'text': return text(field);
  }
}

const refPath = (field: FieldDescription): string => (field.to === undefined || field.to === 'any' ? '/v1/matters' : `/v1/kinds/${kebab(field.to)}`);

/** Schema of a field with all that a client needs to draw it: labels, group, unit, order, where a reference is looked up. */
export function fieldSchema(field: FieldDescription, order: number, reader: SchemaReader): JsonSchema {
  return {
    ...typeSchema(field.type, field, reader),
    title: labelIn(field.label, reader.locale),
    'x-labels': labelsOf(field.label),
    'x-order': order,
    'x-type': field.type,
    ...(field.group !== undefined && { 'x-group': field.group }),
    ...(field.unit !== undefined && { 'x-unit': field.unit }),
    ...(field.scale !== undefined && { 'x-scale': field.scale }),
    ...(field.personal && { 'x-personal': true }),
    'x-rule': field.citation.rule,
  };
}

export const propertiesOf = (fields: readonly FieldDescription[], reader: SchemaReader): Record<string, JsonSchema> => Object.fromEntries(fields.map((field, index) => [apiName(field), fieldSchema(field, index, reader)]));
