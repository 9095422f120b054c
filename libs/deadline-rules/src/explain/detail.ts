/** Days told one by one at either end of a long stretch. */
const DETAIL = 31;

/** A stretch of days, told day by day or as one. */
export interface Part {
  first: number;
  last: number;
  detailed: boolean;
}

/** Splits days so that an explanation stays short: a month at either end in detail, what lies between as one. */
export function partsOf(first: number, last: number): Part[] {
  if (last < first) return [];
  if (last - first < 2 * DETAIL) return [{ first, last, detailed: true }];
  return [
    { first, last: first + DETAIL - 1, detailed: true },
    { first: first + DETAIL, last: last - DETAIL, detailed: false },
    { first: last - DETAIL + 1, last, detailed: true },
  ];
}
