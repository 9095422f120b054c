import type { PackDocument } from '@huiyin/regulation-engine';
import type { CoreKind } from '../model/core-kind.ts';
import { kindsOf } from '../model/read-core.ts';
import { moneySchema, onBehalfOfSchema } from '../schema/formats.ts';
import { DIALECT } from '../schema/json-schema.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { HEADERS } from './components/headers.ts';
import { INSTANT_COMPONENT, MATTER, NEXT_STEP, PERSON } from './components/head.ts';
import { PARAMETERS } from './components/parameters.ts';
import { CITE, FAULT, PROBLEM, PROBLEM_RESPONSES } from './components/problems.ts';
import { SECURITY_SCHEMES } from './components/security.ts';
import type { Components, OpenApiDocument, OpenApiInfo, Operation } from './document.ts';
import { kindRoutes } from './kind-routes.ts';
import { actComponent, patchComponent, resourceComponent } from './kind-schemas.ts';
import { operationOf } from './operation-of.ts';
import { referencedComponents } from './referenced-components.ts';
import type { Route } from './route.ts';
import { CREDENTIALS, staffComponents, staffRoutes } from './routes/directory-routes.ts';
import { FIXED_ROUTES } from './routes/fixed-routes.ts';
import { tagsOf } from './tags.ts';

/** Kinds whose routes are not the ordinary ones: the gateway's own, written by hand. */
const STAFF = 'staffMember';
const POLICY = 'policy';
const OWN_ROUTES = new Set(['operator', POLICY, STAFF]);

/**
 * The OpenAPI 3.1 document of the gateway: typed routes of every core kind, and the routes that every kind shares.
 * Pure: the same cores give the same document. Components that nothing uses are left out.
 * @param cores the core packs of all services, in the order in which their kinds shall appear
 */
export function openapiOf(cores: readonly PackDocument[], info: OpenApiInfo): OpenApiDocument {
  const kinds = cores.flatMap(kindsOf);
  const ordinary = kinds.filter((kind) => !OWN_ROUTES.has(kind.kind));
  const staff = kinds.find((kind) => kind.kind === STAFF);
  const policy = kinds.find((kind) => kind.kind === POLICY);
  const routes = [...FIXED_ROUTES, ...(staff ? staffRoutes(staff) : []), ...ordinary.flatMap(kindRoutes)];
  const paths = pathsOf(routes);
  const schemas = { ...SHARED, ...Object.assign({}, ...[...ordinary, ...[staff, policy].filter((kind) => kind !== undefined)].map(kindComponents)), ...(staff ? staffComponents(staff) : {}) } as Record<string, JsonSchema>;
  const components: Components = { schemas, parameters: PARAMETERS, headers: HEADERS, responses: PROBLEM_RESPONSES, securitySchemes: SECURITY_SCHEMES };
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: DIALECT,
    info,
    servers: [{ url: '/', description: 'The gateway that serves this document.' }],
    tags: tagsOf(routes, kinds),
    security: [{ session: [] }, { apiKey: [] }],
    paths,
    components: referencedComponents(paths, components),
  };
}

const SHARED: Readonly<Record<string, JsonSchema>> = {
  Problem: PROBLEM,
  Fault: FAULT,
  Cite: CITE,
  Money: moneySchema(),
  Instant: INSTANT_COMPONENT,
  OnBehalfOf: onBehalfOfSchema,
  Credentials: CREDENTIALS,
  Person: PERSON,
  NextStep: NEXT_STEP,
  Matter: MATTER,
};

function kindComponents(kind: CoreKind): Readonly<Record<string, JsonSchema>> {
  const change = kind.acts.find((act) => act.name === 'change');
  return {
    [kind.type]: resourceComponent(kind),
    ...Object.fromEntries(kind.acts.filter((act) => act.callable).map((act) => [act.body, actComponent(act)])),
    ...(change && { [`${kind.type}Patch`]: patchComponent(change) }),
  };
}

function pathsOf(routes: readonly Route[]): OpenApiDocument['paths'] {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const item = (paths[route.path] ??= {});
    if (item[route.method]) throw new Error(`${route.method} ${route.path} is declared twice.`);
    item[route.method] = operationOf(route);
  }
  return Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1)));
}
