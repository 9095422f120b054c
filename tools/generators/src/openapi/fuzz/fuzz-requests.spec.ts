import fc from 'fast-check';
import { openapiOfWorkspace } from '../../generate.ts';
import { operationsOf, resolve, schemasOf } from '../self-check.ts';
import { HOSTILITIES } from './fuzz-request.ts';
import type { FuzzRequest } from './fuzz-request.ts';
import { fuzzRequests, sampleRequests } from './fuzz-requests.ts';

const document = openapiOfWorkspace();
const OWN = '019c9a5e-8f00-7abc-8def-012345678902';
const ALIEN = '019c9a5e-8f00-7abc-8def-0123456789ee';
const options = { ids: { '/v1/work-orders': [OWN], '*': [OWN] }, foreignId: ALIEN, except: ['closeSession'] };
const sample = sampleRequests(document, 7, 60, options);
const of = (hostility: FuzzRequest['hostility']): readonly FuzzRequest[] => sample.filter((request) => request.hostility === hostility);

describe('requests made up from the document', () => {
  const ajv = schemasOf(document);
  const bodies = new Map(
    operationsOf(document).map(({ operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      const reference = schema?.['$ref'];
      return [operation.operationId, schema && (typeof reference === 'string' ? ajv.compile({ $ref: `document${reference}` }) : undefined)] as const;
    }),
  );

  it('cover every operation that is not left out, and every way of being wrong', () => {
    const ids = operationsOf(document).map(({ operation }) => operation.operationId).filter((id) => id !== 'closeSession');
    expect(fuzzRequests(document, options).map((fuzz) => fuzz.operationId)).toEqual(ids);
    expect(HOSTILITIES.filter((hostility) => of(hostility).length === 0)).toEqual([]);
  });

  it('are the same for the same seed and others for another', () => {
    expect(sampleRequests(document, 7, 5, options)).toEqual(sampleRequests(document, 7, 5, options));
    expect(sampleRequests(document, 8, 5, options)).not.toEqual(sampleRequests(document, 7, 5, options));
  });

  it('fit their schemas where nothing is wrong with them, and are bound to no status', () => {
    const wrong = of('none').filter((request) => request.body !== undefined && bodies.get(request.operationId)?.(JSON.parse(request.body)) === false);
    expect(wrong.map((request) => [request.operationId, request.body])).toEqual([]);
    expect(of('none').every((request) => request.statuses.length === 0)).toBe(true);
  });

  it.each(['unknown-field', 'wrong-type', 'over-long', 'operator-injection', 'missing-required', 'no-object'] as const)('do not fit their schemas with %s', (hostility) => {
    const fitting = of(hostility).filter((request) => bodies.get(request.operationId)?.(JSON.parse(request.body!)) === true);
    expect(fitting.map((request) => [request.operationId, request.body])).toEqual([]);
  });

  it('name statuses below 500 for everything that is wrong', () => {
    for (const request of sample) if (request.hostility !== 'none') expect(request.statuses.every((status) => status >= 400 && status < 500) && request.statuses.length > 0).toBe(true);
  });

  it('use the ids they are given, and the foreign one where that is the point', () => {
    expect(of('none').filter((request) => request.operationId === 'takeWorkOrder').every((request) => request.path.startsWith(`/v1/work-orders/${OWN}/take`))).toBe(true);
    expect(of('foreign-id').every((request) => request.path.includes(ALIEN))).toBe(true);
    expect(of('no-account').every((request) => !request.signedIn)).toBe(true);
    expect(of('malformed-json').every((request) => { try { JSON.parse(request.body!); return false; } catch { return true; } })).toBe(true);
  });

  it('can be shrunk by a property that fails', () => {
    const [first] = fuzzRequests(document, options).filter((fuzz) => fuzz.operationId === 'registerCustomer');
    expect(() => fc.assert(fc.property(first!.requests, (request) => request.hostility !== 'malformed-json'), { seed: 3 })).toThrow('Property failed');
  });

  it('resolve every shared parameter', () => {
    expect(resolve(document, '#/components/parameters/IfMatch')).toMatchObject({ in: 'header' });
  });
});
