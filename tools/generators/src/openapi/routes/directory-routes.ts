import type { CoreKind } from '../../model/core-kind.ts';
import { ID } from '../../schema/formats.ts';
import type { JsonSchema } from '../../schema/json-schema.ts';
import { parameterRef, schemaRef } from '../document.ts';
import type { Parameter } from '../document.ts';
import { actComponent, patchComponent, resourceComponent } from '../kind-schemas.ts';
import { kindRoutes } from '../kind-routes.ts';
import { TEXT, listOf, objectOf, orNull } from '../page.ts';
import type { Route } from '../route.ts';

const SHORT_FORMS: Readonly<Record<string, JsonSchema>> = {
  role: { type: 'string', minLength: 1, maxLength: 60, description: 'A single role.' },
  team: { type: 'string', minLength: 1, maxLength: 60, description: 'A single team.' },
  qualified: { type: 'array', maxItems: 50, items: { type: 'string' } },
  account: schemaRef('Credentials'),
};
const RANK: JsonSchema = { anyOf: [{ type: 'integer', minimum: 0, maximum: 20 }, { type: 'string', enum: ['technician', 'supervisor', 'manager', 'director', 'vice-president', 'general-manager', 'chair'] }] };

/** Members of staff: the kind's own routes below `/v1/staff`, with short forms and an account beside the fields. */
export function staffRoutes(kind: CoreKind): readonly Route[] {
  const own = kindRoutes({ ...kind, plural: 'staff' });
  return own.map((route) => {
    if (route.path.includes('{')) return route;
    if (route.method === 'get') return { ...route, parameters: route.parameters?.filter((parameter) => (parameter as Parameter).name !== 'sort') };
    return { ...route, answers: { 201: { ...route.answers['201']!, schema: schemaRef('HiredStaffMember') } } };
  });
}

/** Components that differ from those of an ordinary kind. */
export function staffComponents(kind: CoreKind): Readonly<Record<string, JsonSchema>> {
  const [hire, change] = ['hire', 'change'].map((name) => kind.acts.find((act) => act.name === name)!);
  const widened = (schema: JsonSchema): JsonSchema => ({ ...schema, properties: { ...(schema['properties'] as object), ...SHORT_FORMS, rank: RANK } });
  const hired = resourceComponent(kind);
  const body = widened(actComponent(hire!));
  return {
    [hire!.body]: { ...body, required: (body['required'] as string[]).filter((name) => name !== 'roles'), anyOf: [{ required: ['roles'] }, { required: ['role'] }] },
    [`${kind.type}Patch`]: widened(patchComponent(change!)),
    HiredStaffMember: { ...hired, required: [...(hired['required'] as string[]), 'login'], properties: { ...(hired['properties'] as object), login: { type: ['string', 'null'] } } },
  };
}

const KEY = { id: TEXT, name: TEXT, roles: listOf(TEXT), place: orNull(TEXT), createdAt: schemaRef('Instant'), expiresAt: orNull(schemaRef('Instant')), replacedBy: orNull(TEXT) };
const KEY_ID: Parameter = { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 60 } };

/** Keys of API clients and accounts of customers. */
export const ACCOUNT_ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/api-keys',
    id: 'issueApiKey',
    tag: 'api-keys',
    summary: 'Make a key for an API client',
    access: 'administrator',
    body: {
      schema: objectOf({ name: { type: 'string', minLength: 1, maxLength: 120 }, roles: { type: 'array', minItems: 1, maxItems: 20, items: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,59}$' } }, place: { type: 'string', maxLength: 120 }, expiresAt: schemaRef('Instant') }, ['place', 'expiresAt']),
    },
    answers: { 201: { description: 'The key; its secret is shown this once.', schema: objectOf({ ...KEY, key: TEXT }) } },
  },
  { method: 'get', path: '/v1/api-keys', id: 'listApiKeys', tag: 'api-keys', summary: 'Keys of this operator', access: 'administrator', answers: { 200: { description: 'Without their secrets.', schema: objectOf({ items: listOf(objectOf(KEY)), nextCursor: { type: 'null' } }) } } },
  {
    method: 'post',
    path: '/v1/api-keys/{id}/rotate',
    id: 'rotateApiKey',
    tag: 'api-keys',
    summary: 'A new key in place of this one, which goes on working for an overlap',
    access: 'administrator',
    parameters: [KEY_ID],
    body: { schema: objectOf({ overlapSeconds: { type: 'integer', minimum: 0, maximum: 2_592_000 } }, ['overlapSeconds']) },
    answers: { 201: { description: 'The new key; its secret is shown this once.', schema: objectOf({ ...KEY, key: TEXT }) } },
  },
  { method: 'delete', path: '/v1/api-keys/{id}', id: 'endApiKey', tag: 'api-keys', summary: 'End a key at once', access: 'administrator', parameters: [KEY_ID], answers: { 204: { description: 'Ended.' } } },
  {
    method: 'post',
    path: '/v1/customers/{id}/account',
    id: 'openCustomerAccount',
    tag: 'customers',
    summary: 'Open an account for a customer',
    parameters: [parameterRef('Id')],
    body: { schema: schemaRef('Credentials') },
    problems: [403],
    answers: { 201: { description: 'Opened.', schema: objectOf({ customerId: ID, login: TEXT }) } },
  },
];

export const CREDENTIALS: JsonSchema = objectOf({ login: { type: 'string', minLength: 1, maxLength: 120 }, password: { type: 'string', minLength: 8, maxLength: 200 } });

