import type { Caller } from './caller.ts';

/** Keys belong to one credential of one operator. */
export const idempotencyScope = (caller: Caller | undefined): string => (caller ? `${caller.operator.id}|${caller.credential}` : 'platform');
