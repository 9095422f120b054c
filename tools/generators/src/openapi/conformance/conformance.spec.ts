import { openapiOfWorkspace } from '../../generate.ts';
import { compareRoutes } from './compare-routes.ts';
import { conformanceOf } from './conformance.ts';
import type { RealAnswer } from './conformance.ts';

const document = openapiOfWorkspace();
const conformance = conformanceOf(document);
const ID = '019c9a5e-8f00-7abc-8def-012345678902';

const order = {
  id: ID, number: 'WX202610-0001', kind: 'work-order', state: 'handed-over', version: 4, owner: { id: ID, name: 'M1', role: 'equipment-manager' }, firstContact: null,
  nextStep: { what: '定价', step: 'price', act: 'price', dueAt: '2026-10-09T14:30:00+08:00', rule: 's2.4/15', cite: { clause: '3.3' } },
  openedAt: '2026-10-09T11:45:00+08:00', policyVersion: 'ab', final: false, fields: {}, price: { amount: 12650, currency: 'CNY' }, parts: [{ sku: 'valve', qty: 1 }], requestId: ID,
};
const answer = (changes: Partial<RealAnswer> = {}): RealAnswer => ({
  method: 'GET', path: `/v1/work-orders/${ID}`, status: 200, headers: { 'content-type': 'application/json; charset=utf-8', etag: '"4"', 'huiyin-now': '2026-10-09T12:15:00+08:00' }, body: order, ...changes,
});
const problem = { type: 'urn:huiyin:problem:not-found', title: '没有找到', status: 404, instance: '/v1/x', code: 'not-found', traceId: 'a' };
const found = (changes: Partial<RealAnswer>): string => conformance.check(answer(changes)).map(({ at, message }) => `${at}: ${message}`).join('\n');

describe('holding an answer against the document', () => {
  it('finds nothing in an answer as declared', () => {
    expect(found({})).toBe('');
    expect(found({ path: `/v1/work-orders/${ID}/take?x=1`, method: 'post', headers: new Headers({ 'content-type': 'application/json', etag: '"5"', 'huiyin-now': '2026-10-09T12:15:00+08:00', 'idempotency-replayed': 'true' }) })).toBe('');
    expect(found({ status: 404, headers: { 'content-type': 'application/problem+json' }, body: problem })).toBe('');
    expect(found({ method: 'delete', path: '/v1/sessions/current', status: 204, headers: { 'huiyin-now': '2026-10-09T12:15:00+08:00' }, body: '' })).toBe('');
  });

  it('finds a status that is not declared', () => {
    expect(found({ status: 500 })).toMatch(/^status: .*→ 500: getWorkOrder declares 200, 400/);
  });

  it('finds a missing header and a malformed one', () => {
    expect(found({ headers: { 'content-type': 'application/json', etag: 'W/4', 'huiyin-now': 'now' } })).toMatch(/ETag is "W\/4"[\s\S]*Huiyin-Now is "now"/);
    expect(found({ headers: { 'content-type': 'application/json', 'huiyin-now': '2026-10-09T12:15:00+08:00' } })).toContain('ETag is missing');
  });

  it('finds a wrong content type and a body where none is declared', () => {
    expect(found({ headers: { etag: '"4"', 'huiyin-now': '2026-10-09T12:15:00+08:00', 'content-type': 'text/html' } })).toContain('content-type: GET');
    expect(found({ method: 'delete', path: '/v1/sessions/current', status: 204, body: 'x' })).toContain('a body that is not declared');
  });

  it.each([
    ['an unknown member', { ...order, password: 'x' }, /must NOT have additional properties \(password\)/],
    ['a missing one', { ...order, nextStep: undefined }, /nextStep/],
    ['money as a number', { ...order, price: 126.5 }, /\/price must be object/],
    ['an instant without offset', { ...order, openedAt: '2026-10-09T11:45:00' }, /\/openedAt must match pattern/],
    ['a state in camel case', { ...order, state: 'handedOver' }, /\/state must match pattern/],
    ['another kind', { ...order, kind: 'team' }, /\/kind must be equal to constant/],
  ])('finds %s in a body', (_what, body, expected) => {
    expect(found({ body: JSON.parse(JSON.stringify(body)) as unknown })).toMatch(expected);
  });

  it('takes a path it does not know only with a problem', () => {
    expect(found({ path: '/v1/unheard-of', status: 404, headers: {}, body: problem })).toBe('');
    expect(found({ path: '/v1/unheard-of/x', status: 200 })).toContain('operation: GET');
  });

  it('prefers a literal path to one with a parameter', () => {
    expect(conformance.operationId('GET', '/v1/operators/current')).toBe('getCurrentOperator');
    expect(conformance.operationId('POST', '/v1/work-orders/x/sign-off')).toBe('signOffWorkOrder');
    expect(conformance.operationId('GET', '/v1/matters/x')).toBe('getMatter');
  });
});

describe('comparing routes', () => {
  it('tells what is not served and what is not documented; generic routes serve what they fit', () => {
    const served = [{ method: 'GET', path: '/v1/:plural' }, { method: 'GET', path: '/v1/secret/:id/x/y' }, { method: 'HEAD', path: '/v1/secret' }];
    const { notServed, notDocumented } = compareRoutes(document, served);
    expect(notServed).toContain('POST /v1/work-orders');
    expect(notServed).not.toContain('GET /v1/work-orders');
    expect(notDocumented).toEqual(['GET /v1/secret/:id/x/y']);
  });
});
