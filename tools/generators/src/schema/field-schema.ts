import type { FieldType, LocalisedText } from '@huiyin/regulation-engine';
import { kebab } from '@huiyin/platform-http';
import type { CoreField } from '../model/core-kind.ts';
import { LONGEST_ENTRY, LONGEST_LINE_KEY, LONGEST_LIST, LONGEST_TEXT } from '../model/limits.ts';
import { DATE, DURATION, ID, INSTANT, TIME_OF_DAY } from './formats.ts';
import type { JsonSchema } from './json-schema.ts';

/** Where shared shapes come from: written out in a schema that stands alone, referred to in OpenAPI. */
export interface SharedShapes {
  money(least: number | undefined): JsonSchema;
}

/** A field as a client sends it. */
export function fieldSchema(field: CoreField, required: boolean, shared: SharedShapes): JsonSchema {
  return { ...valueSchema(field, required, shared), ...labels(field.label), ...hints(field) };
}

function valueSchema(field: CoreField, required: boolean, shared: SharedShapes): JsonSchema {
  switch (field.type) {
    case 'text':
      return { type: 'string', ...(required && { minLength: 1 }), maxLength: field.max ?? LONGEST_TEXT };
    case 'choice':
      return { type: 'string', enum: (field.choices ?? []).map(kebab) };
    case 'list':
      return { type: 'array', maxItems: field.max ?? LONGEST_LIST, items: scalarSchema(field.of ?? 'text', { max: LONGEST_ENTRY }, shared) };
    case 'lines':
      return { type: 'array', maxItems: field.max ?? LONGEST_LIST, items: lineSchema(field, shared) };
    default:
      return scalarSchema(field.type, field, shared);
  }
}

function lineSchema(field: CoreField, shared: SharedShapes): JsonSchema {
  const members = Object.fromEntries((field.lineFields ?? []).map((inner) => [inner.apiName, fieldSchema(inner, false, shared)]));
  return { type: 'object', additionalProperties: false, ...(field.key && { required: [field.key] }), properties: { ...(field.key && { [field.key]: keySchema }), ...members } };
}

/** The key of a line. */
export const keySchema: JsonSchema = { type: 'string', minLength: 1, maxLength: LONGEST_LINE_KEY };

function scalarSchema(type: FieldType, bounds: { readonly min?: number; readonly max?: number }, shared: SharedShapes): JsonSchema {
  const range = { ...(bounds.min !== undefined && { minimum: bounds.min }), ...(bounds.max !== undefined && { maximum: bounds.max }) };
  switch (type) {
    case 'int':
      return { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER, ...range };
    case 'decimal':
    case 'percent':
      return { type: 'number', ...range };
    case 'money':
      return shared.money(bounds.min);
    case 'bool':
      return { type: 'boolean' };
    case 'date':
      return DATE;
    case 'time':
      return TIME_OF_DAY;
    case 'instant':
      return INSTANT;
    case 'duration':
      return DURATION;
    case 'ref':
    case 'person':
    case 'file':
      return ID;
    default:
      return { type: 'string', maxLength: bounds.max ?? LONGEST_TEXT };
  }
}

export const labels = (label: LocalisedText | undefined): JsonSchema => (label ? { title: label.en, 'x-labels': label } : {});

function hints(field: CoreField): JsonSchema {
  const reference = referenceOf(field);
  return { ...(reference && { 'x-ref': reference }), ...(field.unit && { 'x-unit': field.unit }), ...(field.group && { 'x-group': field.group }), ...(field.personal && { 'x-personal': true }) };
}

/** Where a client looks up what the field points at. */
function referenceOf(field: CoreField): string | undefined {
  const type = field.of ?? field.type;
  if (type === 'person') return '/v1/staff';
  if (type !== 'ref') return undefined;
  return field.to === undefined || field.to === 'any' ? '/v1/matters' : `/v1/kinds/${kebab(field.to)}`;
}
