import { createHash } from 'node:crypto';

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, inner]) => [name, ordered(inner)]));
}

/** JSON with sorted keys: two bodies that mean the same are spelt the same. */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null';

/** SHA-256 of a request as the idempotency key sees it. */
export const requestHash = (method: string, path: string, body: unknown): string => createHash('sha256').update(`${method} ${path}\n${canonicalJson(body)}`).digest('base64url');
