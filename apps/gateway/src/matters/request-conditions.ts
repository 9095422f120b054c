import { problem, requestHash, versionOfIfMatch } from '@huiyin/platform-http';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../callers/caller.ts';
import { idempotencyScope } from '../callers/idempotency-scope.ts';

/** The version a command expects. @throws ProblemError 428 when an API client names none */
export function expectedVersion(request: FastifyRequest, caller: Caller): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined && caller.apiClient) throw problem('version-required');
  return versionOfIfMatch(header);
}

/** The key under which the owning service remembers this command, so that a repetition after a crash is answered, not done again. */
export function commandKey(request: FastifyRequest, caller: Caller): { readonly key: string; readonly requestHash: string } | undefined {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return undefined;
  return { key: `${idempotencyScope(caller)}|${key}`, requestHash: requestHash(request.method, request.url, request.body ?? null) };
}
