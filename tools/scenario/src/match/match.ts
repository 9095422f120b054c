import { isJsonObject } from '../json.ts';
import type { Json } from '../json.ts';
import { below, difference, Said } from './difference.ts';
import type { Difference, Place } from './difference.ts';
import { compareInstants } from './instants.ts';
import type { MatchContext } from './match-context.ts';
import { isOperator, matchOperators } from './operators.ts';

/**
 * What in `actual` is not as `expected` says (moments without an offset are local to `zone`): objects match as subsets, scalars exactly, arrays element by element,
 * moments as instants; `{ $contains | $length | $matches | $absent | $gte | $lte }` as scenario files define them.
 * Empty where everything matches.
 */
export function match(expected: Json, actual: Json | undefined, place: Place, zone: string): Difference[] {
  return matchAny(expected, actual, place, { zone, match: matchAny });
}

function matchAny(expected: Json, actual: Json | undefined, place: Place, context: MatchContext): Difference[] {
  if (isOperator(expected)) return matchOperators(expected, actual, place, context);
  if (Array.isArray(expected)) return matchArray(expected, actual, place, context);
  if (isJsonObject(expected)) {
    if (!isJsonObject(actual)) return [difference(place, new Said('an object'), actual)];
    return Object.entries(expected).flatMap(([key, value]) =>
      matchAny(value ?? null, own(actual, key), below(place, key), context),
    );
  }
  const same = expected === actual || compareInstants(expected, actual, context.zone) === 0;
  return same ? [] : [difference(place, expected, actual)];
}

function matchArray(expected: Json[], actual: Json | undefined, place: Place, context: MatchContext): Difference[] {
  if (!Array.isArray(actual)) return [difference(place, new Said(`an array of ${expected.length}`), actual)];
  const found = expected.flatMap((value, index) => matchAny(value, actual[index], below(place, index), context));
  if (expected.length >= actual.length) return found;
  return [...found, difference(place, new Said(`${expected.length} elements`), new Said(`${actual.length} elements`))];
}

function own(object: { [key: string]: Json | undefined }, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
