import fc from 'fast-check';
import type { JsonSchema } from '../../schema/json-schema.ts';
import type { OpenApiDocument, Operation, Parameter } from '../document.ts';
import { operationsOf, resolve } from '../self-check.ts';
import { HOSTILITIES } from './fuzz-request.ts';
import type { FuzzRequest, Hostility } from './fuzz-request.ts';
import { hostileBodies } from './hostile-bodies.ts';
import { refusalsOf } from './refusals-of.ts';
import { valuesOf } from './values-of-schema.ts';
import type { KnownIds } from './values-of-schema.ts';

export interface FuzzOptions {
  /** Ids of the caller's own operator, by what they are: `/v1/work-orders` for paths, `/v1/kinds/customer` for references, `*` for any. */
  readonly ids?: KnownIds;
  /** An id that exists, but belongs to another operator. */
  readonly foreignId?: string;
  /** Operations to leave out, by id: those that end the session that the fuzz uses, or move its clock. */
  readonly except?: readonly string[];
}

export interface OperationFuzz {
  readonly operationId: string;
  readonly requests: fc.Arbitrary<FuzzRequest>;
}

const FOREIGN = '019c9a5e-8f00-7abc-8def-0123456789ff';

/** For each operation of the document, requests that fit it and requests that are wrong in one known way. */
export function fuzzRequests(document: OpenApiDocument, options: FuzzOptions = {}): readonly OperationFuzz[] {
  return operationsOf(document)
    .filter(({ operation }) => !options.except?.includes(operation.operationId))
    .map(({ method, path, operation }) => ({ operationId: operation.operationId, requests: requestsOf(document, method, path, operation, options) }));
}

/** The same requests every time for a seed: `count` of each operation, in the order of the document. */
export function sampleRequests(document: OpenApiDocument, seed: number, count: number, options: FuzzOptions = {}): readonly FuzzRequest[] {
  return fuzzRequests(document, options).flatMap(({ requests }, index) => fc.sample(requests, { seed: seed + index, numRuns: count }));
}

function requestsOf(document: OpenApiDocument, method: string, path: string, operation: Operation, options: FuzzOptions): fc.Arbitrary<FuzzRequest> {
  const parameters = (operation.parameters ?? []).map((parameter) => ('$ref' in parameter ? resolve(document, parameter.$ref) : parameter) as Parameter);
  const schema = bodySchemaOf(document, operation);
  const ids = options.ids ?? {};
  const bodies = schema && valuesOf(schema, document, ids);
  const ways = HOSTILITIES.flatMap((hostility) => {
    const body = bodyFor(hostility, schema, bodies, document);
    return applies(hostility, method, path, operation, body !== undefined) ? [{ hostility, body }] : [];
  });
  return fc.oneof(
    ...ways.map(({ hostility, body }) =>
      fc.record({ path: pathsFor(path, parameters, hostility, document, options), query: queriesFor(parameters, hostility, document, ids), body: body ?? fc.constant(undefined), key: fc.uuid() }).map(
        (made): FuzzRequest => ({
          operationId: operation.operationId,
          hostility,
          method: method.toUpperCase(),
          path: made.path + made.query,
          headers: headersFor(hostility, method, made.key, made.body !== undefined),
          ...(made.body !== undefined && { body: made.body }),
          signedIn: hostility !== 'no-account',
          statuses: refusalsOf(hostility, path, operation),
        }),
      ),
    ),
  );
}

function bodySchemaOf(document: OpenApiDocument, operation: Operation): JsonSchema | undefined {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema && (typeof schema['$ref'] === 'string' ? (resolve(document, schema['$ref']) as JsonSchema) : schema);
}

const ABOUT_BODIES: readonly Hostility[] = ['unknown-field', 'wrong-type', 'over-long', 'deep-json', 'operator-injection', 'prototype-key', 'missing-required', 'no-object', 'malformed-json'];

function bodyFor(hostility: Hostility, schema: JsonSchema | undefined, bodies: fc.Arbitrary<unknown> | undefined, document: OpenApiDocument): fc.Arbitrary<string> | undefined {
  if (!schema || !bodies) return undefined;
  return ABOUT_BODIES.includes(hostility) ? hostileBodies(hostility, bodies, schema, document) : bodies.map((body) => JSON.stringify(body));
}

function applies(hostility: Hostility, method: string, path: string, operation: Operation, hasBody: boolean): boolean {
  if (ABOUT_BODIES.includes(hostility) || hostility === 'wrong-content-type') return hasBody;
  if (hostility === 'stale-version') return operation.parameters?.some((parameter) => '$ref' in parameter && parameter.$ref.endsWith('/IfMatch')) ?? false;
  if (hostility === 'foreign-id' || hostility === 'malformed-id') return path.includes('{id}');
  if (hostility === 'unknown-parameter' || hostility === 'repeated-parameter') return method === 'get' && operation.parameters?.some((parameter) => '$ref' in parameter && parameter.$ref.endsWith('/Limit')) === true;
  if (hostility === 'no-account') return path.startsWith('/v1/') && operation.security?.length !== 0;
  return true;
}

function pathsFor(path: string, parameters: readonly Parameter[], hostility: Hostility, document: OpenApiDocument, options: FuzzOptions): fc.Arbitrary<string> {
  const own = options.ids?.[path.split('/{')[0]!];
  const values = Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => {
        if (parameter.name !== 'id') return [parameter.name, valuesOf(parameter.schema, document, options.ids ?? {})];
        if (hostility === 'foreign-id') return ['id', fc.constant(options.foreignId ?? FOREIGN)];
        if (hostility === 'malformed-id') return ['id', fc.constantFrom('0', '%00', '..%2f..', '{"$gt":""}', 'x'.repeat(300), '019c9a5e-8f00-4abc-8def-012345678900')];
        return ['id', own && own.length > 0 ? fc.constantFrom(...own) : valuesOf(parameter.schema, document, options.ids ?? {})];
      }),
  );
  return fc.record(values).map((made) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodePart(String((made as Record<string, unknown>)[name]))));
}

const encodePart = (part: string): string => (/^(%00|\.\.%2f)/.test(part) ? part : encodeURIComponent(part));

function queriesFor(parameters: readonly Parameter[], hostility: Hostility, document: OpenApiDocument, ids: KnownIds): fc.Arbitrary<string> {
  if (hostility === 'unknown-parameter') return fc.constantFrom('?nonsense=1', '?state[$gt]=', '?limit=0', '?limit=201', '?limit=x', '?cursor=forged', '?sort=password', '?count=perhaps');
  if (hostility === 'repeated-parameter') return fc.constant('?limit=1&limit=2');
  const own = parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== 'cursor');
  if (own.length === 0) return fc.constant('');
  const values = Object.fromEntries(own.map((parameter) => [parameter.name, valuesOf(parameter.schema, document, ids)]));
  return fc.record(values, { requiredKeys: own.filter((parameter) => parameter.required).map((parameter) => parameter.name) }).map((made) => {
    const query = new URLSearchParams(Object.entries(made).map(([name, value]): [string, string] => [name, String(value)]));
    return query.size > 0 ? `?${query}` : '';
  });
}

function headersFor(hostility: Hostility, method: string, key: string, hasBody: boolean): Readonly<Record<string, string>> {
  return {
    ...(hasBody && { 'content-type': hostility === 'wrong-content-type' ? 'application/xml' : 'application/json' }),
    ...(method === 'post' && { 'idempotency-key': key }),
    ...(hostility === 'stale-version' && { 'if-match': '"999999999"' }),
  };
}
