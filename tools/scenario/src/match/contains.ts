import type { Json } from '../json.ts';
import { below, difference, Said, shown } from './difference.ts';
import type { Difference, Place } from './difference.ts';
import type { MatchContext } from './match-context.ts';

/**
 * `{ $contains: […] }`: every wanted element is found in the array, in any order, each in an element of its own;
 * others are allowed. A missing one is told with the nearest candidate.
 */
export function contains(wanted: Json[], actual: Json | undefined, place: Place, context: MatchContext): Difference[] {
  if (!Array.isArray(actual)) return [difference(place, new Said('an array'), actual)];
  const tries = wanted.map((value, index) =>
    actual.map((candidate) => context.match(value, candidate, below(place, index), context)),
  );
  const taken = pairUp(tries.map((row) => row.map((found) => found.length === 0)), actual.length);
  return wanted.flatMap((value, index) =>
    taken.has(index) ? [] : [missing(value, tries[index]!, actual, below(place, index))],
  );
}

function missing(value: Json, tries: Difference[][], actual: Json[], place: Place): Difference {
  const fewest = Math.min(...tries.map((found) => found.length));
  const nearest = tries.findIndex((found) => found.length === fewest);
  const wanted = new Said(`an element like ${shown(value)}`);
  const at = { path: place.path.replace(/\[\d+\]$/, ''), pointer: place.pointer };
  if (nearest < 0) return difference(at, wanted, new Said('an empty array'));
  if (fewest === 0) return difference(at, wanted, new Said('its only match is taken by another wanted element'));
  const reasons = tries[nearest]!.map((found) => `${found.path.slice(place.path.length) || 'it'}: ${found.actual} instead of ${found.expected}`);
  return difference(at, wanted, new Said(`none of ${actual.length}; nearest [${nearest}] has ${reasons.join('; ')}`));
}

/** Wanted index → candidate index, as many pairs as can be (augmenting paths). */
function pairUp(fits: boolean[][], candidates: number): Map<number, number> {
  const takenBy = new Array<number | undefined>(candidates).fill(undefined);
  const place = (wanted: number, seen: Set<number>): boolean =>
    takenBy.some((holder, candidate) => {
      if (!fits[wanted]![candidate] || seen.has(candidate)) return false;
      seen.add(candidate);
      if (holder !== undefined && !place(holder, seen)) return false;
      takenBy[candidate] = wanted;
      return true;
    });
  fits.forEach((_, wanted) => place(wanted, new Set()));
  return new Map(takenBy.flatMap((wanted, candidate) => (wanted === undefined ? [] : [[wanted, candidate] as const])));
}
