/** Bounds where a field declares none; the gateway reads bodies with the same. */
export const LONGEST_TEXT = 20_000;
export const LONGEST_LIST = 200;
export const LONGEST_ENTRY = 500;
export const LONGEST_LINE_KEY = 100;
