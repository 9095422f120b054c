import { parseDue } from '@huiyin/deadline-rules';

/** What sort of figure a value is; an operator may put another figure in its place, never another sort. */
export type FigureSort = 'due' | 'percent' | 'number' | 'switch' | 'list' | 'text';

/** An example of each sort, as a refusal names it. */
export const EXAMPLES: Readonly<Record<FigureSort, string>> = { due: 'PT30M, P5WD at 17:30', percent: '35%', number: '3', switch: 'true, false', list: '[ … ]', text: 'text' };

export function sortOf(figure: unknown): FigureSort | undefined {
  if (typeof figure === 'number') return Number.isFinite(figure) ? 'number' : undefined;
  if (typeof figure === 'boolean') return 'switch';
  if (Array.isArray(figure)) return 'list';
  if (typeof figure !== 'string') return undefined;
  if (/^\d{1,6}(?:\.\d{1,6})?%$/.test(figure)) return 'percent';
  return isDue(figure) ? 'due' : 'text';
}

function isDue(text: string): boolean {
  try {
    parseDue(text);
    return true;
  } catch {
    return false;
  }
}

/** Same sort, and a list holds what the other holds. */
export function fitsFigure(given: unknown, original: unknown): boolean {
  const sort = sortOf(original);
  if (sort === undefined || sortOf(given) !== sort) return false;
  if (!Array.isArray(given) || !Array.isArray(original)) return true;
  const wanted = new Set(original.map(sortOf));
  return given.length <= 200 && given.every((entry) => wanted.size === 0 || wanted.has(sortOf(entry)));
}
