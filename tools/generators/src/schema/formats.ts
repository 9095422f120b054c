import type { JsonSchema } from './json-schema.ts';

/** Formats as patterns, so that every validator holds them, and by name for those who read names. */
export const ID: JsonSchema = { type: 'string', format: 'uuid', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' };
export const INSTANT: JsonSchema = { type: 'string', maxLength: 40, pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$' };
export const DATE: JsonSchema = { type: 'string', format: 'date', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };
export const TIME_OF_DAY: JsonSchema = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' };
export const DURATION: JsonSchema = { type: 'string', maxLength: 40, pattern: '^P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?!$)(\\d+H)?(\\d+M)?(\\d+S)?)?$' };

/** Money: integer fen with its currency. */
export const moneySchema = (least?: number): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: ['amount', 'currency'],
  properties: {
    amount: { type: 'integer', minimum: least ?? Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER, 'x-unit': 'fen' },
    currency: { type: 'string', enum: ['CNY'] },
  },
});

/** A customer's word or signature recorded by staff. */
export const onBehalfOfSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['customerId', 'evidence'],
  properties: { customerId: ID, evidence: { type: 'string', minLength: 1, maxLength: 500 } },
};

/** Fields that packs add; checked against the matter's policy. */
export const packFieldsSchema: JsonSchema = { type: 'object' };
