import { ID } from '../../schema/formats.ts';
import type { JsonSchema } from '../../schema/json-schema.ts';
import { parameterRef, schemaRef } from '../document.ts';
import type { Parameter } from '../document.ts';
import { ANY_OBJECT, TEXT, listOf, objectOf, orNull, pageOf } from '../page.ts';
import type { Route } from '../route.ts';
import { DEADLINE, LISTED_MATTER, OPEN_ACT, PREVIEWED, STORY_LINE, WHY } from './matter-shapes.ts';

const WORD: JsonSchema = { type: 'string', maxLength: 500 };
const query = (name: string, schema: JsonSchema, description?: string): Parameter => ({ name, in: 'query', schema, ...(description && { description }) });
const AS_OF = { asOf: schemaRef('Instant') };

function ofMatter(path: string, id: string, summary: string, description: string, schema: JsonSchema, parameters: readonly Parameter[] = []): Route {
  return { method: 'get', path: `/v1/matters/{id}${path}`, id, tag: 'matters', summary, parameters: [parameterRef('Id'), ...parameters], answers: { 200: { description, schema } } };
}

const LIST: Route = {
  method: 'get',
  path: '/v1/matters',
  id: 'listMatters',
  tag: 'matters',
  summary: 'All matters the caller may read',
  parameters: [
    parameterRef('Limit'),
    parameterRef('Cursor'),
    parameterRef('Count'),
    query('sort', { type: 'string', enum: ['openedAt', '-openedAt'], default: '-openedAt' }),
    ...['kind', 'state', 'owner'].map((name) => query(name, WORD)),
    query('open', { type: 'boolean' }, 'Only those that are not final.'),
    query('without', { type: 'string', pattern: '^(owner|next-step)(,(owner|next-step))?$' }, '`owner,next-step`: open matters that lack one; must be empty.'),
  ],
  answers: { 200: { description: 'Heads, with the fields of their kinds.', schema: pageOf(LISTED_MATTER, AS_OF) } },
};

const PRINT: Route = {
  ...ofMatter('/prints/{form}', 'printForm', 'A form as paper', '', TEXT, [
    { name: 'form', in: 'path', required: true, schema: { type: 'string', maxLength: 100 } },
    query('paper', { type: 'string', enum: ['a4', '241x140'], default: 'a4' }),
    query('copy', WORD, 'One copy by its addressee; left out: all.'),
  ]),
  answers: { 200: { description: 'HTML, one sheet per copy.', schema: TEXT, type: 'text/html' } },
};

const PREVIEW_ITEM = objectOf({ kind: { type: 'string', maxLength: 60, description: 'Where the act creates.' }, id: { type: 'string', maxLength: 60 }, act: { type: 'string', maxLength: 60 }, body: ANY_OBJECT }, ['kind', 'id', 'body']);
const PREVIEW: Route = {
  method: 'post',
  path: '/v1/acts/preview',
  id: 'previewActs',
  tag: 'acts',
  summary: 'Dry run of acts on many matters; nothing is stored',
  body: { schema: objectOf({ items: { type: 'array', minItems: 1, maxItems: 50, items: PREVIEW_ITEM } }) },
  answers: { 200: { description: 'What each would lead to, or every reason against it.', schema: objectOf({ items: listOf(PREVIEWED) }) } },
};

/** Matters of every kind, by their id alone. */
export const MATTER_ROUTES: readonly Route[] = [
  LIST,
  { ...ofMatter('', 'getMatter', 'One matter of any kind', '', ID), answers: { 200: { description: 'As it stands now.', schema: schemaRef('Matter'), headers: ['ETag'] } } },
  ofMatter('/timeline', 'getTimeline', 'The whole story across services', 'Events in the order of the story; those the caller may not read are left out.', objectOf({ items: listOf(STORY_LINE), nextCursor: orNull(TEXT), ...AS_OF })),
  ofMatter('/deadlines', 'getDeadlines', 'Each clock with its explanation', 'Clocks.', objectOf({ items: listOf(DEADLINE), nextCursor: orNull(TEXT), ...AS_OF })),
  ofMatter('/why', 'explainMatter', 'Why a fact is as it is', 'Item, citation, inputs, rows tried, figures and calendar steps.', WHY, [query('fact', WORD, '`owner`, `dueAt:<step>`, or a field.')]),
  ofMatter('/acts', 'listActs', 'What this caller can do now', 'Every act with its schema, and why not where it would be refused.', objectOf({ items: listOf(OPEN_ACT), nextCursor: orNull(TEXT) })),
  PRINT,
  PREVIEW,
];
