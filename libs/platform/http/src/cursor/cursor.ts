import { createHash } from 'node:crypto';
import { problem } from '../problem/problem-error.ts';

const scopeOf = (scope: unknown): string => createHash('sha256').update(JSON.stringify(scope)).digest('base64url').slice(0, 8);

/** An opaque cursor after a keyset position, valid only for the list (route, filters, sort) it was cut from. */
export function cursorFor(scope: unknown, after: string): string {
  return Buffer.from(JSON.stringify([scopeOf(scope), after]), 'utf8').toString('base64url');
}

/**
 * The position in a cursor.
 * @throws ProblemError `invalid-cursor` (400) for a forged one or one of another list
 */
export function positionOf(scope: unknown, cursor: string): string {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 2 && parts[0] === scopeOf(scope) && typeof parts[1] === 'string') return parts[1];
  } catch {
    // falls through to the problem: a cursor that cannot be read is not ours
  }
  throw problem('invalid-cursor');
}
