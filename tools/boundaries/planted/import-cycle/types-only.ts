import type { first } from './first-of-types.ts';

export type Second = ReturnType<typeof first>;
