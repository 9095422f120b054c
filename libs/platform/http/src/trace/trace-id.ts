import { randomBytes } from 'node:crypto';

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const ids = new WeakMap<object, string>();

/** The request's trace id: the caller's W3C `traceparent`, otherwise drawn once per request. */
export function traceIdOf(request: { readonly headers: Readonly<Record<string, string | string[] | undefined>> }): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const header = request.headers['traceparent'];
  const id = (typeof header === 'string' ? TRACEPARENT.exec(header)?.[1] : undefined) ?? randomBytes(16).toString('hex');
  ids.set(request, id);
  return id;
}
