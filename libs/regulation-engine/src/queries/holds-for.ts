import type { Comparison } from '../cel/strict-text.ts';

/** Does a figure hold against a limit, as the limit's word compares? Without such a word: from the limit on. */
export function holdsFor(comparison: Comparison | undefined, figure: number, limit: number): boolean {
  switch (comparison ?? '>=') {
    case '>=':
      return figure >= limit;
    case '>':
      return figure > limit;
    case '<=':
      return figure <= limit;
    case '<':
      return figure < limit;
    case '==':
      return figure === limit;
  }
}
