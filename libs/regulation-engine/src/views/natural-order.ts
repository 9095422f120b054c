/** A key by which texts sort with the figures in them by size: a number that has widened (…-10000) after those before it (…-9999). */
export function naturalKey(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(WIDEST, '0'));
}

/** More digits than a counter or a date in a number has. */
const WIDEST = 16;
