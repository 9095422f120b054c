import type { JsonSchema } from '../../schema/json-schema.ts';
import { ID, INSTANT } from '../../schema/formats.ts';
import { schemaRef } from '../document.ts';

const WORD: JsonSchema = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };

/** Someone as a head shows him. */
export const PERSON: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name'],
  properties: { id: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
};

/** Who owes what by when, and by which rule. */
export const NEXT_STEP: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['what', 'step', 'act', 'rule'],
  properties: {
    what: { type: 'string', description: "The step's label in the reader's language." },
    step: { type: 'string' },
    act: WORD,
    matter: { ...ID, description: 'The matter that is waited for, when the step is its.' },
    dueAt: schemaRef('Instant'),
    warnAt: schemaRef('Instant'),
    rule: { type: 'string' },
    cite: schemaRef('Cite'),
  },
};

/** What every matter answers with, whatever its kind. */
export const HEAD_MEMBERS: Readonly<Record<string, JsonSchema>> = {
  id: ID,
  number: { type: ['string', 'null'] },
  kind: WORD,
  state: WORD,
  version: { type: 'integer', minimum: 0, description: 'Counts commits; the entity tag.' },
  owner: { anyOf: [schemaRef('Person'), { type: 'null' }] },
  firstContact: { anyOf: [schemaRef('Person'), { type: 'null' }] },
  nextStep: { anyOf: [schemaRef('NextStep'), { type: 'null' }] },
  openedAt: schemaRef('Instant'),
  policyVersion: { type: 'string' },
  final: { type: 'boolean' },
  fields: { type: 'object', description: 'Fields that packs add.' },
};
export const HEAD_REQUIRED = Object.keys(HEAD_MEMBERS);

/** A matter of any kind: the head, and the fields of its kind beside it. */
export const MATTER: JsonSchema = { type: 'object', required: HEAD_REQUIRED, properties: HEAD_MEMBERS };

export const INSTANT_COMPONENT: JsonSchema = { ...INSTANT, description: "RFC 3339, answered in the operator's zone offset." };
