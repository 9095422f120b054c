import type { JsonSchema } from '../../schema/json-schema.ts';
import { ID } from '../../schema/formats.ts';
import { MATTER } from '../components/head.ts';
import { schemaRef } from '../document.ts';
import { ANY_OBJECT, COUNT, FLAG, TEXT, listOf, objectOf, orNull } from '../page.ts';

const INTEGER: JsonSchema = { type: 'integer' };
const KIND_OF_ACTOR: JsonSchema = { type: 'string', enum: ['staff', 'customer', 'system', 'api-client'] };
export const LABELS: JsonSchema = objectOf({ 'zh-CN': TEXT, 'zh-TW': TEXT, en: TEXT });

/** A matter in a list over all kinds: from the gateway's own read model, which knows no version. */
export const LISTED_MATTER: JsonSchema = { ...MATTER, properties: { ...(MATTER['properties'] as object), version: { type: 'null' }, service: orNull(TEXT) } };

/** One line of a matter's story. */
export const STORY_LINE: JsonSchema = objectOf(
  {
    id: TEXT,
    at: schemaRef('Instant'),
    event: { type: 'string', description: '`work-order.take`, `work-order.hand-over.missed`.' },
    what: TEXT,
    matter: objectOf({ id: ID, kind: TEXT }),
    seq: { type: 'integer', minimum: 1 },
    rule: orNull(TEXT),
    cite: schemaRef('Cite'),
    by: objectOf({ id: TEXT, name: TEXT, kind: KIND_OF_ACTOR }),
    onBehalfOf: orNull(objectOf({ id: TEXT, kind: KIND_OF_ACTOR, name: TEXT, evidence: TEXT }, ['name', 'evidence'])),
    state: TEXT,
    dueAt: schemaRef('Instant'),
    marginSeconds: { ...INTEGER, description: 'Positive: in time by; negative: late by.' },
    data: ANY_OBJECT,
    refusals: listOf(objectOf({ code: TEXT, message: TEXT, rule: TEXT })),
    told: listOf(TEXT),
  },
  ['cite', 'state', 'dueAt', 'marginSeconds', 'data', 'refusals'],
);

/** A promise with its clock, its verdict and its explanation. */
export const DEADLINE: JsonSchema = objectOf(
  {
    step: TEXT,
    name: TEXT,
    what: TEXT,
    act: TEXT,
    who: listOf(objectOf({ id: TEXT, name: TEXT })),
    open: FLAG,
    verdict: orNull(TEXT),
    dropped: FLAG,
    whole: FLAG,
    startedAt: orNull(schemaRef('Instant')),
    dueAt: orNull(schemaRef('Instant')),
    warnAt: orNull(schemaRef('Instant')),
    endedAt: orNull(schemaRef('Instant')),
    inclusive: FLAG,
    provisional: orNull(TEXT),
    marginSeconds: orNull(INTEGER),
    rule: TEXT,
    cite: schemaRef('Cite'),
    explanation: orNull(objectOf({ spec: orNull(TEXT), lines: listOf(TEXT), values: listOf(objectOf({ name: TEXT, is: {}, origin: TEXT, word: orNull(TEXT), rule: TEXT })) })),
  },
  ['cite'],
);

/** An act with what it takes and whether it would be refused. */
export const OPEN_ACT: JsonSchema = objectOf(
  { act: TEXT, label: TEXT, labels: LABELS, method: { const: 'POST' }, href: TEXT, allowed: FLAG, errors: listOf(schemaRef('Fault')), rule: TEXT, cite: schemaRef('Cite'), schema: ANY_OBJECT },
  ['cite'],
);

/** One decision traced to its rule, its operands and the origin of its figures (`why.v1`). */
export const WHY: JsonSchema = {
  type: 'object',
  required: ['schema', 'fact', 'inputs', 'tried', 'exceptions', 'values'],
  properties: { schema: { const: 'why.v1' }, fact: TEXT, value: {}, item: TEXT, citation: ANY_OBJECT, inputs: ANY_OBJECT, tried: listOf(ANY_OBJECT), exceptions: listOf(ANY_OBJECT), values: listOf(ANY_OBJECT), given: ANY_OBJECT, due: ANY_OBJECT },
};

export const PREVIEWED: JsonSchema = objectOf(
  { id: TEXT, act: TEXT, allowed: FLAG, after: schemaRef('Matter'), status: { type: 'integer', minimum: 400, maximum: 499 }, code: TEXT, detail: TEXT, errors: listOf(schemaRef('Fault')) },
  ['id', 'after', 'status', 'code', 'detail', 'errors'],
);

export const NOTICE: JsonSchema = objectOf({
  id: TEXT,
  at: schemaRef('Instant'),
  to: objectOf({ id: TEXT, name: TEXT, role: orNull(TEXT) }),
  about: objectOf({ id: TEXT, kind: TEXT }),
  event: TEXT,
  code: TEXT,
  text: TEXT,
  channels: listOf(TEXT),
  rule: TEXT,
  cite: orNull(schemaRef('Cite')),
});

export const PARKED: JsonSchema = objectOf({ id: TEXT, service: TEXT, kind: TEXT, event: TEXT, seq: COUNT, reason: TEXT, failures: COUNT, storedAt: TEXT });
