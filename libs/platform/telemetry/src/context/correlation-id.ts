import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ACCEPTED = /^[A-Za-z0-9._-]{1,64}$/;
const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;
const known = new WeakMap<IncomingMessage, string>();

/**
 * The correlation id of a request: `X-Correlation-Id` if it is well-formed, else the trace id of `traceparent`
 * (W3C Trace Context), else a new one. The same request always gets the same answer.
 */
export function correlationIdOf(request: IncomingMessage): string {
  let id = known.get(request);
  if (!id) {
    id = given(request) ?? randomUUID();
    known.set(request, id);
  }
  return id;
}

function given(request: IncomingMessage): string | undefined {
  const header = request.headers?.['x-correlation-id'];
  if (typeof header === 'string' && ACCEPTED.test(header)) return header;
  const trace = request.headers?.['traceparent'];
  return typeof trace === 'string' ? TRACEPARENT.exec(trace)?.[1] : undefined;
}
