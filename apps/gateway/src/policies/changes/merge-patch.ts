import { isJsonObject } from '@huiyin/platform-http';
import type { JsonObject } from '@huiyin/platform-http';

/** JSON Merge Patch (RFC 7396): null takes a member away. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = isJsonObject(value) ? mergePatch(isJsonObject(merged[name]) ? merged[name] : {}, value) : value;
  }
  return merged;
}
