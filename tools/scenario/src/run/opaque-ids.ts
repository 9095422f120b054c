import { isJsonObject } from '../json.ts';
import type { Json } from '../json.ts';

const OPAQUE = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{24})$/i;

/** True for a UUID, a ULID or an object id: what names one thing of one operator and cannot be guessed. */
export function isOpaqueId(value: unknown): value is string {
  return typeof value === 'string' && OPAQUE.test(value);
}

/** Every opaque id under a key `id`, at any depth. */
export function opaqueIdsIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(opaqueIdsIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === 'id' && isOpaqueId(item) ? [item] : opaqueIdsIn(item)));
}
