import { problem } from '../problem/problem-error.ts';

/**
 * The client's key, if it gave one.
 * @param required API clients must give one on every POST
 * @throws ProblemError 400 when it is missing though required, or not 1 to 128 visible ASCII characters
 */
export function readIdempotencyKey(header: string | string[] | undefined, required: boolean): string | undefined {
  if (header === undefined) {
    if (required) throw problem('idempotency-key-required');
    return undefined;
  }
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(header)) throw problem('invalid-idempotency-key');
  return header;
}
