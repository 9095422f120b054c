import { looksLikeInstant, readInstant } from '../time/local-instant.ts';

/** The two values as moments: negative, 0 or positive; `undefined` where one of them is no moment. */
export function compareInstants(left: unknown, right: unknown, zone: string): number | undefined {
  const [from, to] = [asInstant(left, zone), asInstant(right, zone)];
  return from === undefined || to === undefined ? undefined : from - to;
}

function asInstant(value: unknown, zone: string): number | undefined {
  if (typeof value !== 'string' || !looksLikeInstant(value)) return undefined;
  try {
    return readInstant(value, zone);
  } catch {
    return undefined;
  }
}
