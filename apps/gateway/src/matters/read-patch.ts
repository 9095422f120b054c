import { faultAt, isJsonObject, problem } from '@huiyin/platform-http';
import type { JsonObject } from '@huiyin/platform-http';

/** A merge patch as the body of the act `change`: null takes a field away. @throws ProblemError 422 when it is no object or changes nothing */
export function readPatch(body: unknown): JsonObject {
  if (!isJsonObject(body)) throw problem('invalid', { errors: [faultAt('', 'wrong-type', { type: '{ … }' })] });
  if (Object.keys(body).length === 0) throw problem('invalid', { errors: [faultAt('', 'required')] });
  return body;
}
