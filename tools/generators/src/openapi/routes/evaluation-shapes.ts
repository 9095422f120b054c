import type { JsonSchema } from '../../schema/json-schema.ts';
import { schemaRef } from '../document.ts';
import { ANY_OBJECT, FLAG, TEXT, listOf, objectOf, orNull } from '../page.ts';
import { DEADLINE } from './matter-shapes.ts';
import { LINES_IN_THREE, POLICY_HASH } from './policy-shapes.ts';

const WORD: JsonSchema = { type: 'string', maxLength: 60 };
const TIME: JsonSchema = { type: 'string', maxLength: 40, description: 'RFC 3339 with offset.' };
const ROLES: JsonSchema = { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 60 } };

const ACTOR_MEMBERS = { id: WORD, role: WORD, roles: ROLES, place: TEXT, department: TEXT, rank: { type: 'integer', minimum: 0, maximum: 20 } as JsonSchema, teams: listOf(TEXT), leads: listOf(TEXT), qualifications: listOf(TEXT) };
const ACTOR: JsonSchema = objectOf(ACTOR_MEMBERS, Object.keys(ACTOR_MEMBERS));
const GIVEN_MEMBERS = { kind: WORD, state: WORD, openedAt: TIME, governor: { ...WORD, description: 'The regulation that governs it; left out: the first that may.' }, facts: { type: 'object', description: 'Core fields at the top, those of regulations under `fields`.' } as JsonSchema, did: { type: 'object', description: 'Acts done, each with its instant.' } as JsonSchema };
const GIVEN: JsonSchema = objectOf(GIVEN_MEMBERS, Object.keys(GIVEN_MEMBERS));
const EARLIER: JsonSchema = objectOf({ act: WORD, input: ANY_OBJECT, actor: ACTOR, now: TIME }, ['input', 'actor', 'now']);

const QUESTION = {
  policy: { ...POLICY_HASH, description: 'Left out: the policy in force.' },
  kind: WORD,
  act: { ...WORD, description: 'A decision: would this act be allowed?' },
  fact: { ...WORD, description: 'A table: what would this fact be?' },
  step: { ...WORD, description: 'A promise: when would it be due?' },
  matter: GIVEN,
  links: { type: 'object', additionalProperties: GIVEN, description: 'Matters that the facts link to, by the name of the link.' } as JsonSchema,
  earlier: { type: 'array', maxItems: 50, items: EARLIER, description: 'Acts before the one asked about.' } as JsonSchema,
  input: ANY_OBJECT,
  actor: ACTOR,
  now: TIME,
};
export const EVALUATION_BODY: JsonSchema = { ...objectOf(QUESTION, Object.keys(QUESTION).filter((name) => name !== 'kind')), anyOf: [{ required: ['act'] }, { required: ['fact'] }, { required: ['step'] }] };

const PROMISE: JsonSchema = { ...DEADLINE, required: [...(DEADLINE['required'] as string[]), 'lines'], properties: { ...(DEADLINE['properties'] as object), lines: LINES_IN_THREE } };
const OUTCOME: JsonSchema = objectOf({
  act: TEXT,
  allowed: FLAG,
  errors: listOf(schemaRef('Fault')),
  wouldRefuse: { ...listOf(objectOf({ code: TEXT, rule: TEXT, message: TEXT })), description: 'What regulations that only watch would have refused.' },
  wouldOpen: listOf(ANY_OBJECT),
  state: orNull(TEXT),
  was: orNull(TEXT),
  set: ANY_OBJECT,
  events: listOf(objectOf({ event: TEXT, at: schemaRef('Instant'), rule: orNull(TEXT), cite: schemaRef('Cite') }, ['cite'])),
  told: listOf(objectOf({ to: listOf(TEXT), code: TEXT, rule: TEXT })),
});
export const EVALUATION: JsonSchema = objectOf(
  { policy: POLICY_HASH, kind: TEXT, now: schemaRef('Instant'), act: OUTCOME, dues: listOf(PROMISE), fact: objectOf({ fact: TEXT, value: {}, why: {} }), steps: listOf(PROMISE) },
  ['act', 'dues', 'fact', 'steps'],
);

const CLOCK_EVENT: JsonSchema = objectOf(
  { type: { type: 'string', enum: ['pause', 'resume', 'restart', 'extend', 'stop', 'cancel'] }, at: TIME, by: { type: 'string', maxLength: 80 }, of: { type: 'string', enum: ['due', 'start'] }, reason: { type: 'string', maxLength: 200 } },
  ['by', 'of', 'reason'],
);
const DUE_TEXT: JsonSchema = { type: 'string', minLength: 1, maxLength: 80 };
const DEADLINE_QUESTION = {
  policy: QUESTION.policy,
  due: { anyOf: [DUE_TEXT, { type: 'array', minItems: 1, maxItems: 10, items: DUE_TEXT }], description: 'A limit; several: the earliest.', examples: ['PT30M', 'P5WD at 17:30', 'day 10 of next month'] } as JsonSchema,
  rule: { type: 'string', pattern: '^[a-z0-9.-]{1,40}/[A-Za-z0-9./-]{1,40}$', examples: ['s2.4/11'] } as JsonSchema,
  step: WORD,
  start: { ...TIME, minLength: 1, description: 'RFC 3339 with offset, or a date: from its beginning.' },
  roll: { type: 'string', enum: ['none', 'forward', 'back'] } as JsonSchema,
  rollOn: { type: 'string', enum: ['nonWorking', 'weekend', 'holiday'] } as JsonSchema,
  firstDay: { type: 'string', enum: ['excluded', 'included'] } as JsonSchema,
  hour: { type: 'string', pattern: '^(start|24:00|([01]\\d|2[0-3]):[0-5]\\d)$' } as JsonSchema,
  events: { type: 'array', maxItems: 500, items: CLOCK_EVENT } as JsonSchema,
  asOf: TIME,
  calendar: { type: 'object', description: "In place of members of the operator's own calendar." } as JsonSchema,
  matter: GIVEN,
};
export const DEADLINE_BODY: JsonSchema = { ...objectOf(DEADLINE_QUESTION, Object.keys(DEADLINE_QUESTION).filter((name) => name !== 'start')), oneOf: [{ required: ['due'] }, { required: ['rule'] }] };
