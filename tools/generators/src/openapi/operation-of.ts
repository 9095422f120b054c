import type { Answer, Media, Operation, Parameter, Reference, SecurityRequirement } from './document.ts';
import { headerRef, parameterRef, responseRef } from './document.ts';
import type { Access, Route, RouteAnswer } from './route.ts';

const SECURITY: Readonly<Record<Access, readonly SecurityRequirement[] | undefined>> = {
  open: [],
  platform: [{ platformKey: [] }],
  account: undefined,
  administrator: undefined,
  ticket: [{ session: [] }, { apiKey: [] }, { ticket: [] }],
};

/** An operation with the parameters, headers and problems that follow from what kind of route it is. */
export function operationOf(route: Route): Operation {
  const security = SECURITY[route.access ?? 'account'];
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    ...(security && { security }),
    ...parametersOf(route),
    ...(route.body && { requestBody: { required: !route.body.optional, content: contentOf(route.body.types ?? ['application/json'], { schema: route.body.schema }) } }),
    responses: { ...answersOf(route), ...problemsOf(route) },
  };
}

const isApi = (route: Route): boolean => route.path.startsWith('/v1/');
const contentOf = (types: readonly string[], media: Media): Readonly<Record<string, Media>> => Object.fromEntries(types.map((type) => [type, media]));

function parametersOf(route: Route): { readonly parameters?: readonly (Parameter | Reference)[] } {
  const parameters = [
    ...(route.parameters ?? []),
    ...(route.method === 'post' && isApi(route) ? [parameterRef('IdempotencyKey')] : []),
    ...(route.versioned ? [parameterRef('IfMatch')] : []),
    ...(isApi(route) ? [parameterRef('AcceptLanguage')] : []),
  ];
  return parameters.length > 0 ? { parameters } : {};
}

function answersOf(route: Route): Readonly<Record<string, Answer>> {
  return Object.fromEntries(Object.entries(route.answers).map(([status, answer]) => [status, answerOf(route, answer)]));
}

function answerOf(route: Route, answer: RouteAnswer): Answer {
  const names = [
    ...(answer.headers ?? []),
    ...(isApi(route) && (route.access ?? 'account') !== 'open' && route.access !== 'platform' ? ['Huiyin-Now'] : []),
    ...(route.method === 'post' && isApi(route) ? ['Idempotency-Replayed'] : []),
  ];
  return {
    description: answer.description,
    ...(names.length > 0 && { headers: Object.fromEntries(names.map((name) => [name, headerRef(name)])) }),
    ...(answer.schema && { content: { [answer.type ?? 'application/json']: { schema: answer.schema } } }),
  };
}

function problemsOf(route: Route): Readonly<Record<string, Reference>> {
  if (!isApi(route)) return {};
  const access = route.access ?? 'account';
  const statuses = new Set([
    400,
    429,
    503,
    ...(access === 'open' ? [] : [401]),
    ...(access === 'administrator' ? [403] : []),
    ...(route.path.includes('{') ? [404] : []),
    ...(route.body ? [413, 415, 422] : []),
    ...(route.method === 'post' ? [409, 413, 415, 422] : []),
    ...(route.versioned ? [403, 404, 409, 412, 428] : []),
    ...(route.problems ?? []),
  ]);
  return Object.fromEntries([...statuses].sort((one, other) => one - other).map((status) => [String(status), responseRef(`Problem${status}`)]));
}
