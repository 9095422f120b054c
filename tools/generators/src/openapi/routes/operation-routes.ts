import { ID } from '../../schema/formats.ts';
import type { JsonSchema } from '../../schema/json-schema.ts';
import { parameterRef, schemaRef } from '../document.ts';
import type { Parameter } from '../document.ts';
import { ANY_OBJECT, COUNT, TEXT, listOf, objectOf, orNull, pageOf } from '../page.ts';
import type { Route } from '../route.ts';
import { KIND, KIND_SUMMARY, OPEN_REGISTER, REGISTER_SUMMARY } from './kind-shapes.ts';
import { NOTICE, PARKED } from './matter-shapes.ts';

const word = (name: string): Parameter => ({ name, in: 'path', required: true, schema: { type: 'string', maxLength: 100 } });
const query = (name: string): Parameter => ({ name, in: 'query', schema: { type: 'string', maxLength: 500 } });
const all = (items: JsonSchema): JsonSchema => objectOf({ items: listOf(items), nextCursor: orNull(TEXT) });
const read = (path: string, id: string, tag: string, summary: string, schema: JsonSchema, parameters: Route['parameters'] = []): Route => ({ method: 'get', path, id, tag, summary, parameters, answers: { 200: { description: `${summary}.`, schema } } });

/** Kinds, registers, notices. */
export const READING_ROUTES: readonly Route[] = [
  read('/v1/kinds', 'listKinds', 'kinds', 'Kinds under the policy in force', all(KIND_SUMMARY)),
  read('/v1/kinds/{kind}', 'getKind', 'kinds', 'States, acts, fields, steps and forms of a kind', KIND, [word('kind')]),
  read('/v1/registers', 'listRegisters', 'registers', 'Registers of the adopted regulations', all(REGISTER_SUMMARY)),
  {
    ...read('/v1/registers/{view}', 'readRegister', 'registers', 'A register, filled from events', OPEN_REGISTER, [word('view'), parameterRef('Limit'), parameterRef('Cursor')]),
    description: 'Rows the caller may see. Every column is a filter of its own name.',
    problems: [403, 409],
  },
  read('/v1/notices', 'listNotices', 'notices', 'Whom the system told what, by which rule', pageOf(NOTICE, { asOf: schemaRef('Instant') }), [parameterRef('Limit'), parameterRef('Cursor'), query('about'), query('to')]),
];

/** Live updates. */
export const EVENT_ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/events/stream',
    id: 'streamEvents',
    tag: 'events',
    summary: 'Live updates (server-sent events)',
    access: 'ticket',
    parameters: [{ name: 'Last-Event-ID', in: 'header', description: 'Resumes after this event.', schema: { type: 'string', pattern: '^\\d{1,15}$' } }, { ...query('lastEventId'), schema: { type: 'string', pattern: '^\\d{1,15}$' } }],
    answers: { 200: { description: 'One event per change the caller may read.', schema: TEXT, type: 'text/event-stream' } },
  },
  { method: 'post', path: '/v1/events/tickets', id: 'issueTicket', tag: 'events', summary: 'A one-minute, one-time ticket for EventSource', answers: { 201: { description: 'The ticket.', schema: objectOf({ ticket: TEXT, expiresAt: schemaRef('Instant') }) } } },
];

const SERVICES: JsonSchema = { type: 'array', maxItems: 10, items: { type: 'string', enum: ['gateway', 'intake', 'dispatch', 'complaints', 'callback-and-survey', 'parts-inventory', 'performance-scoring'] } };
const SIMULATED: Pick<Route, 'problems'> = { problems: [403, 404, 409] };

/** Simulated time, and what whoever runs the system looks after. */
export const SYSTEM_ROUTES: readonly Route[] = [
  { ...read('/v1/simulation/clock', 'getClock', 'simulation', "Where the operator's clock stands", objectOf({ now: schemaRef('Instant') })), ...SIMULATED },
  {
    method: 'post',
    path: '/v1/simulation/clock',
    id: 'moveClock',
    tag: 'simulation',
    summary: 'Move the clock forward; answers when everything due has fired and been handled everywhere',
    body: { schema: objectOf({ to: schemaRef('Instant'), except: { ...SERVICES, description: 'Services that are stopped on purpose.' } }, ['except']) },
    ...SIMULATED,
    answers: { 200: { description: 'Where it stands now, and how many alarms have fired.', schema: objectOf({ now: schemaRef('Instant'), fired: COUNT }) } },
  },
  { ...read('/v1/simulation/quiet', 'waitForQuiet', 'simulation', 'Answers when nothing is under way any more', objectOf({ quiet: { const: true }, now: schemaRef('Instant'), rounds: COUNT, services: listOf(TEXT) }), [query('except')]), ...SIMULATED },
  { ...read('/v1/parked', 'listParked', 'operations', 'Matters whose events wait behind one that could not be applied', all(PARKED)), access: 'administrator' },
  {
    method: 'post',
    path: '/v1/parked/{id}/replay',
    id: 'replayParked',
    tag: 'operations',
    summary: 'Try the events of a parked matter again',
    access: 'administrator',
    parameters: [parameterRef('Id')],
    answers: { 200: { description: 'Who tried again.', schema: objectOf({ id: ID, services: listOf(ANY_OBJECT) }) } },
  },
];

/** This document. */
export const DOCUMENT_ROUTES: readonly Route[] = [
  { ...read('/v1/openapi.json', 'getOpenApi', 'documents', 'This document', ANY_OBJECT), access: 'open', problems: [404] },
  { method: 'get', path: '/docs', id: 'readDocs', tag: 'documents', summary: 'This document for people', access: 'open', answers: { 200: { description: 'A page.', schema: TEXT, type: 'text/html' } } },
];
