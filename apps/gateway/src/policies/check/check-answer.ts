import { CalendarError } from '@huiyin/deadline-rules';
import type { PolicyParts } from '../policy-parts.ts';
import { lookAtPolicy } from './look-at-policy.ts';
import type { LookedAt } from './looked-at.ts';

/** What looking came to, as it crosses a thread. */
export type CheckAnswer = { readonly looked: LookedAt } | { readonly calendar: { readonly field: string; readonly rule: string } } | { readonly failed: string };

export function checkAnswer(parts: PolicyParts): CheckAnswer {
  try {
    return { looked: lookAtPolicy(parts) };
  } catch (thrown) {
    if (thrown instanceof CalendarError) return { calendar: { field: thrown.field, rule: thrown.rule } };
    return { failed: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}
