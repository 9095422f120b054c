import { isJsonObject } from '../json.ts';
import type { Json } from '../json.ts';

/** The value at a dotted path (`items.0.nextStep.dueAt`, `items[0].id`); `undefined` where the answer has nothing there. */
export function valueAt(answer: Json, path: string): Json | undefined {
  let value: Json | undefined = answer;
  for (const key of path.replaceAll(/\[(\d+)\]/g, '.$1').split('.').filter(Boolean)) {
    if (Array.isArray(value)) value = /^\d+$/.test(key) ? value[Number(key)] : undefined;
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
