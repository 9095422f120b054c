import { HttpException } from '@nestjs/common';
import { EDGE_PROBLEMS } from './catalogue.ts';
import type { EdgeProblemCode } from './catalogue.ts';
import { problem, ProblemError } from './problem-error.ts';

const BY_FASTIFY_CODE: Readonly<Record<string, EdgeProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
};
const BY_STATUS = new Map<number, EdgeProblemCode>(
  (['malformed', 'unauthenticated', 'forbidden', 'not-found', 'method-not-allowed', 'request-timeout', 'conflict', 'version-stale', 'too-large', 'unsupported-media-type', 'invalid', 'too-many-requests', 'unavailable'] as const).map((code) => [EDGE_PROBLEMS[code].status, code]),
);

/** Whatever was thrown, as a problem; undefined when it is a fault of ours that must be logged as such. */
export function problemOfError(thrown: unknown): ProblemError | undefined {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof HttpException) return problem(BY_STATUS.get(thrown.getStatus()) ?? (thrown.getStatus() < 500 ? 'malformed' : 'internal'));
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { code, statusCode } = thrown as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && BY_FASTIFY_CODE[code]) return problem(BY_FASTIFY_CODE[code]);
  if (thrown instanceof SyntaxError) return problem('malformed');
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return problem(BY_STATUS.get(statusCode) ?? 'malformed');
  return undefined;
}
