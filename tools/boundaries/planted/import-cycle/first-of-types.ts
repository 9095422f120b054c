import type { Second } from './types-only.ts';

export const first = (): number => 1;
export type Both = Second | ReturnType<typeof first>;
