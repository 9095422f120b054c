import { isJsonObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { below, difference, Said } from './difference.ts';
import type { Difference, Place } from './difference.ts';
import { contains } from './contains.ts';
import { compareInstants } from './instants.ts';
import type { MatchContext } from './match-context.ts';

type Operator = (operand: Json, actual: Json | undefined, place: Place, context: MatchContext) => Difference[];

export const OPERATORS: Readonly<Record<string, Operator>> = {
  $contains: (operand, actual, place, context) => contains(operand as Json[], actual, place, context),
  $length: (operand, actual, place) => {
    const length = Array.isArray(actual) || typeof actual === 'string' ? actual.length : undefined;
    if (length === undefined) return [difference(place, new Said(`${operand} elements`), actual)];
    return length === operand ? [] : [difference(place, new Said(`length ${operand}`), new Said(`length ${length}`))];
  },
  $matches: (operand, actual, place) =>
    typeof actual === 'string' && new RegExp(operand as string, 'u').test(actual)
      ? []
      : [difference(place, new Said(`a text that matches /${operand}/`), actual)],
  $absent: (operand, actual, place) => {
    if ((actual === undefined) === operand) return [];
    return [difference(place, new Said(operand ? 'nothing there' : 'something there'), actual)];
  },
  $gte: (operand, actual, place, context) => compared(operand, actual, place, context, 'at least', (by) => by >= 0),
  $lte: (operand, actual, place, context) => compared(operand, actual, place, context, 'at most', (by) => by <= 0),
};

/** True for an object of operators, `{ $gte: 1, $lte: 3 }`. */
export function isOperator(expected: Json): expected is JsonObject {
  if (!isJsonObject(expected)) return false;
  const keys = Object.keys(expected);
  return keys.length > 0 && keys.every((key) => key.startsWith('$'));
}

export function matchOperators(expected: JsonObject, actual: Json | undefined, place: Place, context: MatchContext): Difference[] {
  return Object.entries(expected).flatMap(([name, operand]) =>
    OPERATORS[name]!(operand ?? null, actual, { ...place, pointer: below(place, name).pointer }, context),
  );
}

function compared(
  limit: Json,
  actual: Json | undefined,
  place: Place,
  context: MatchContext,
  words: string,
  holds: (by: number) => boolean,
): Difference[] {
  const numbers = typeof limit === 'number' && typeof actual === 'number';
  const by = numbers ? actual - limit : compareInstants(actual, limit, context.zone);
  return by !== undefined && holds(by) ? [] : [difference(place, new Said(`${words} ${JSON.stringify(limit)}`), actual)];
}
