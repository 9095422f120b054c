import type { JsonSchema } from '../../schema/json-schema.ts';
import { ID } from '../../schema/formats.ts';
import { schemaRef } from '../document.ts';
import { ANY_OBJECT, COUNT, FLAG, TEXT, listOf, objectOf, orNull } from '../page.ts';
import { LABELS } from './matter-shapes.ts';

const INTEGER: JsonSchema = { type: 'integer' };
const INSTANT = schemaRef('Instant');
const HASH: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const LINES: JsonSchema = objectOf({ 'zh-CN': listOf(TEXT), 'zh-TW': listOf(TEXT), en: listOf(TEXT) });

export const REGULATION: JsonSchema = objectOf({
  id: TEXT,
  title: TEXT,
  titles: LABELS,
  language: INTEGER,
  variantOf: orNull(TEXT),
  source: orNull(objectOf({ file: TEXT, part: orNull(TEXT), sha256: TEXT, checked: TEXT })),
  rules: COUNT,
  coverage: objectOf({ executable: COUNT, scored: COUNT, note: COUNT, notBuilt: COUNT, planned: COUNT, missing: COUNT }),
  kinds: listOf(TEXT),
  values: listOf(objectOf({ name: { type: 'string', description: 'As an override names it.' }, is: {}, word: orNull(TEXT), open: FLAG, rule: TEXT })),
});

const STANDING: JsonSchema = { type: 'string', enum: ['in-force', 'coming', 'ended', 'overtaken'] };
const PERIOD = { standing: STANDING, inForceFrom: INSTANT, inForceUntil: orNull(INSTANT) };
export const POLICY_PERIOD: JsonSchema = objectOf({ hash: HASH, id: ID, ...PERIOD, packs: listOf(objectOf({ pack: TEXT, titles: LABELS })), overrides: ANY_OBJECT });
/** An adopted policy; by the id of a change, that change. */
export const ADOPTED_POLICY: JsonSchema = { ...POLICY_PERIOD, required: [...(POLICY_PERIOD['required'] as string[]), 'inForce', 'periods', 'calendar', 'document'], properties: { ...(POLICY_PERIOD['properties'] as object), inForce: FLAG, periods: listOf(objectOf({ id: ID, ...PERIOD })), calendar: ANY_OBJECT, document: ANY_OBJECT } };

export const POLICY_CHANGE: JsonSchema = objectOf(
  {
    packs: { type: 'array', maxItems: 60, items: { type: 'string', maxLength: 40 }, description: 'Regulations in order; as a whole.' },
    overrides: { type: 'object', description: 'Merged into the overrides there are; null takes one away.', examples: [{ 's2.4.handOverLimit': 'PT20M' }] },
    calendar: { type: 'object', description: 'Merged into the calendar there is: `hours`, `country`, `days`, `makeUpHours`.' },
    inForceFrom: { type: 'string', maxLength: 40, description: 'An instant, or a business date: from its beginning. Left out: from the adoption.' },
    reason: { type: 'string', minLength: 1, maxLength: 2_000 },
  },
  ['packs', 'overrides', 'calendar', 'inForceFrom', 'reason'],
);

/** What becomes of a promise under another policy. */
const REBOUND_DUE = {
  step: TEXT,
  what: TEXT,
  result: { type: 'string', enum: ['kept', 'moved', 'dropped', 'judged', 'paused'] } as JsonSchema,
  startedAt: { ...INSTANT, description: 'The anchor; it stays.' } as JsonSchema,
  old: orNull(INSTANT),
  new: orNull(INSTANT),
  movedSeconds: orNull(INTEGER),
  overdueAtOnce: FLAG,
  provisional: orNull(TEXT),
  reasons: listOf(TEXT),
  items: listOf(TEXT),
  rule: TEXT,
  cite: schemaRef('Cite'),
};
const CHANGED_FACT: JsonSchema = objectOf({ fact: TEXT, old: {}, new: {}, item: orNull(TEXT), rule: orNull(TEXT) });
const MATTER_NAMED: JsonSchema = objectOf({ id: ID, kind: TEXT, number: orNull(TEXT), state: TEXT });
const REASONS: JsonSchema = listOf(objectOf({ code: TEXT, message: TEXT, rule: TEXT }));
const WITNESS: JsonSchema = objectOf(
  { matter: MATTER_NAMED, due: objectOf(REBOUND_DUE, ['cite']), fact: CHANGED_FACT, act: objectOf({ act: TEXT, person: TEXT, old: REASONS, new: REASONS }), refusals: REASONS },
  ['due', 'fact', 'act', 'refusals'],
);
const COMPARISON = {
  hash: HASH,
  changes: listOf(objectOf({ item: TEXT, change: { type: 'string', enum: ['added', 'removed', 'changed'] }, old: {}, new: {}, rule: orNull(TEXT), witness: { ...orNull(WITNESS), description: 'A matter that would come out differently; null: no open one does.' } })),
  dues: listOf(objectOf({ matter: MATTER_NAMED, ...REBOUND_DUE }, ['cite'])),
  looked: objectOf({ matters: COUNT, complete: FLAG, duesShown: COUNT, kept: COUNT, moved: COUNT, dropped: COUNT, judged: COUNT, paused: COUNT }),
};
export const POLICY_COMPARISON: JsonSchema = objectOf(COMPARISON);
const FINDING: JsonSchema = objectOf({ file: TEXT, line: INTEGER, column: INTEGER, item: TEXT, code: TEXT, severity: TEXT, message: TEXT, found: TEXT, allowed: listOf(TEXT) }, ['found', 'allowed']);
export const DRAFTED_POLICY: JsonSchema = { allOf: [schemaRef('Matter'), { type: 'object', required: ['changes', 'dues', 'looked', 'warnings'], properties: { ...COMPARISON, warnings: listOf(FINDING) } }] };

export const REBIND_BODY: JsonSchema = objectOf({ policy: { ...HASH, description: 'Left out: the policy in force.' }, reason: { type: 'string', minLength: 1, maxLength: 2_000, description: 'Only a preview does without.' } }, ['policy', 'reason']);
export const REBOUND: JsonSchema = objectOf({
  preview: FLAG,
  matter: schemaRef('Matter'),
  from: HASH,
  to: HASH,
  dues: listOf(objectOf(REBOUND_DUE, ['cite'])),
  facts: listOf(CHANGED_FACT),
  notOpened: listOf(objectOf({ step: TEXT, rule: TEXT })),
  opened: listOf(objectOf({ step: TEXT, rule: TEXT, dueAt: orNull(INSTANT) })),
  owner: orNull(objectOf({ old: orNull(TEXT), new: orNull(TEXT) })),
});

export const DEADLINE_ANSWER: JsonSchema = objectOf({
  policy: HASH,
  items: listOf(
    objectOf({
      item: orNull(TEXT), kind: orNull(TEXT), step: orNull(TEXT), rule: orNull(TEXT),
      startedAt: INSTANT, dueAt: orNull(INSTANT), inclusive: orNull(FLAG), provisional: orNull(TEXT), state: { type: 'string', enum: ['running', 'paused', 'stopped', 'cancelled'] }, verdict: orNull(TEXT), marginSeconds: orNull(INTEGER), spec: orNull(TEXT),
      lines: LINES, segments: listOf(objectOf({ from: INSTANT, to: INSTANT, kind: TEXT, reason: TEXT, name: {} })), settings: listOf(TEXT), notices: listOf(ANY_OBJECT),
    }),
  ),
});
export const LINES_IN_THREE = LINES;
export const POLICY_HASH = HASH;
