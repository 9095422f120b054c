/** A JSON Pointer (RFC 6901) one step deeper. */
export const below = (pointer: string, part: string | number): string => `${pointer}/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
