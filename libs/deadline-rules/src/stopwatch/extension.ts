import type { DueSpec } from '../due/due-spec.ts';
import { parseDue } from '../due/parse-due.ts';
import { resolveDue } from '../due/resolve-due.ts';
import type { Question, Resolution } from '../due/resolution.ts';

/** An approved extension: so much after the due, or a new limit from the same start. */
export interface Extension {
  by: DueSpec;
  of: 'due' | 'start';
}

/** Reads the `by` of an extension, text or parsed. */
export function extensionOf(by: string | DueSpec, of: 'due' | 'start' = 'due'): Extension {
  return { by: typeof by === 'string' ? parseDue(by) : by, of };
}

/**
 * The due an extension leads to. Counted from an exclusive due, days follow on the last day of the old limit, not on the
 * day that begins when it ends: 15 days and 30 more are 45.
 */
export function extended(due: Resolution, { by, of }: Extension, question: Question): Resolution {
  if (of === 'start') return resolveDue(by, question);
  const byDays = by.kind === 'days' || by.kind === 'workingDays';
  return resolveDue(by, { ...question, start: byDays && !due.inclusive ? due.at - 1 : due.at });
}
