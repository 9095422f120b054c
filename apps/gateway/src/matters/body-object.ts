import { faultAt, isJsonObject, problem } from '@huiyin/platform-http';
import type { JsonObject } from '@huiyin/platform-http';

/** A body that is left out is an empty one. @throws ProblemError 422 when it is no object */
export function bodyObject(body: unknown): JsonObject {
  if (body === undefined || body === null) return {};
  if (!isJsonObject(body)) throw problem('invalid', { errors: [faultAt('', 'wrong-type', { type: '{ … }' })] });
  return body;
}
