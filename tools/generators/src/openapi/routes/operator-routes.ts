import { ID } from '../../schema/formats.ts';
import { schemaRef } from '../document.ts';
import { FLAG, TEXT, listOf, objectOf } from '../page.ts';
import type { Route } from '../route.ts';

const NAME = { type: 'string', minLength: 1, maxLength: 120 };
const DAY_HOURS = '^\\d{2}:\\d{2}-\\d{2}:\\d{2}(,\\d{2}:\\d{2}-\\d{2}:\\d{2}){0,5}$';

const OPERATOR = { id: ID, name: TEXT, zone: TEXT, simulated: FLAG, now: schemaRef('Instant'), policyVersion: TEXT, matterId: { type: ['string', 'null'] } };

const OPEN_BODY = objectOf(
  {
    name: NAME,
    zone: { type: 'string', maxLength: 60, description: 'IANA zone.', examples: ['Asia/Shanghai'] },
    packs: { type: 'array', maxItems: 60, items: { type: 'string', maxLength: 40 }, description: 'Regulations adopted, in this order.' },
    overrides: { type: 'object' },
    calendar: objectOf({ hours: { type: 'string', pattern: DAY_HOURS }, country: { type: 'string', pattern: '^[A-Z]{2}$' }, days: { type: 'object', additionalProperties: TEXT } }, ['hours', 'country', 'days']),
    simulated: FLAG,
    now: schemaRef('Instant'),
    administrator: objectOf({ name: NAME, account: schemaRef('Credentials'), login: NAME, password: { type: 'string', minLength: 8, maxLength: 200 } }, ['account', 'login', 'password']),
  },
  ['overrides', 'calendar', 'simulated', 'now'],
);

/** Operators: opened with the platform's key, read by their own accounts. */
export const OPERATOR_ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/operators',
    id: 'openOperator',
    tag: 'operators',
    summary: 'Open an operator with zone, calendar, first policy and first administrator',
    access: 'platform',
    body: { schema: OPEN_BODY },
    problems: [403],
    answers: { 201: { description: 'Opened.', schema: objectOf({ ...OPERATOR, policyId: ID, administrator: objectOf({ id: ID, name: TEXT, login: TEXT }) }) } },
  },
  { method: 'get', path: '/v1/operators/current', id: 'getCurrentOperator', tag: 'operators', summary: "The caller's own operator", answers: { 200: { description: 'The operator.', schema: objectOf(OPERATOR) } } },
];

const WHO = {
  account: objectOf({ id: TEXT, kind: { type: 'string', enum: ['staff', 'customer', 'system', 'api-client'] }, name: TEXT, roles: listOf(TEXT) }),
  operator: objectOf({ id: ID, name: TEXT, zone: TEXT, simulated: FLAG }),
};

/** Built-in accounts. */
export const SESSION_ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/sessions',
    id: 'openSession',
    tag: 'sessions',
    summary: 'Sign in',
    access: 'open',
    body: { schema: objectOf({ operatorId: { type: 'string', maxLength: 60 }, login: { type: 'string', maxLength: 120 }, password: { type: 'string', maxLength: 200 } }) },
    problems: [401],
    answers: { 201: { description: 'The token; it is shown this once.', schema: objectOf({ token: TEXT, expiresAt: schemaRef('Instant'), ...WHO }) } },
  },
  { method: 'get', path: '/v1/sessions/current', id: 'getCurrentSession', tag: 'sessions', summary: 'Who am I', answers: { 200: { description: 'The account and its operator.', schema: objectOf(WHO) } } },
  { method: 'delete', path: '/v1/sessions/current', id: 'closeSession', tag: 'sessions', summary: 'Sign out', answers: { 204: { description: 'Signed out.' } } },
];
