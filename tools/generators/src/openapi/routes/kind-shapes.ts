import { schemaRef } from '../document.ts';
import { ANY_OBJECT, FLAG, TEXT, listOf, objectOf, orNull } from '../page.ts';
import { LABELS } from './matter-shapes.ts';

const NAMED = { name: TEXT, label: TEXT, labels: LABELS };
const SUMMARY = { kind: TEXT, label: TEXT, labels: LABELS, path: TEXT, service: TEXT, record: FLAG, core: FLAG };

export const KIND_SUMMARY = objectOf(SUMMARY);

/** A kind under the policy in force: everything a client needs to draw its lists, forms and buttons. */
export const KIND = objectOf({
  ...SUMMARY,
  states: listOf(objectOf({ ...NAMED, final: FLAG, resting: FLAG })),
  acts: listOf(
    objectOf({ ...NAMED, creating: FLAG, systemOnly: FLAG, customer: FLAG, by: listOf(TEXT), from: orNull(listOf(TEXT)), to: listOf(TEXT), href: TEXT, rule: TEXT, cite: orNull(schemaRef('Cite')), schema: ANY_OBJECT }),
  ),
  fields: objectOf({ core: ANY_OBJECT, packed: ANY_OBJECT }),
  steps: listOf(objectOf({ ...NAMED, act: TEXT, whole: FLAG, rule: TEXT, cite: orNull(schemaRef('Cite')) })),
  forms: listOf(objectOf({ name: TEXT, title: TEXT, copies: listOf(objectOf({ to: TEXT, title: TEXT, entitles: orNull(TEXT) })), rule: TEXT })),
  registers: listOf(TEXT),
});

const REGISTER = { register: TEXT, title: TEXT, rule: TEXT, cite: orNull(schemaRef('Cite')) };
export const REGISTER_SUMMARY = objectOf(REGISTER);
export const OPEN_REGISTER = objectOf({ ...REGISTER, items: listOf(ANY_OBJECT), nextCursor: orNull(TEXT), asOf: schemaRef('Instant') });
