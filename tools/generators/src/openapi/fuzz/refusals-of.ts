import type { Operation } from '../document.ts';
import type { Hostility } from './fuzz-request.ts';

const RIGHT: Readonly<Record<Exclude<Hostility, 'none'>, readonly number[]>> = {
  'unknown-field': [422],
  'wrong-type': [422],
  'over-long': [422],
  'operator-injection': [422],
  'prototype-key': [400, 422],
  'missing-required': [409, 422],
  'no-object': [400, 422],
  'deep-json': [400, 413, 422],
  'malformed-json': [400],
  'wrong-content-type': [415],
  'stale-version': [412, 422],
  'foreign-id': [404],
  'malformed-id': [400, 404],
  'unknown-parameter': [400],
  'repeated-parameter': [400],
  'no-account': [401],
};

/**
 * Statuses that are right for a request wrong in this way. Who may not call a route at all, or names a matter that is not
 * there (also in a body: hence 422 beside a stale version), may hear of that first; empty means any status that the document declares.
 */
export function refusalsOf(hostility: Hostility, path: string, operation: Operation): readonly number[] {
  if (hostility === 'none') return [];
  const declared = new Set(Object.keys(operation.responses).map(Number));
  const earlier = [...(path.includes('{') ? [404] : []), ...[401, 403].filter((status) => declared.has(status))];
  return [...new Set([...RIGHT[hostility], ...(hostility === 'no-account' ? [] : earlier)])].sort((one, other) => one - other);
}
