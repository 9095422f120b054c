import { CalendarError, DeadlineRangeError, DueSyntaxError, TimeSyntaxError } from '@huiyin/deadline-rules';
import { EvaluationFault, UnknownKindError } from '@huiyin/regulation-engine';
import type { Citation, Refusal } from '@huiyin/regulation-engine';

/** What policies and facts can cause; anything else is a fault of ours. */
const BY_THE_DOMAIN = [EvaluationFault, UnknownKindError, CalendarError, DeadlineRangeError, DueSyntaxError, TimeSyntaxError] as const;

/** A fault that a policy or a fact caused refuses what met it, like a gate that cannot be evaluated; undefined for any other fault. */
export function refusalOfFault(fault: unknown, citation: Citation): Refusal | undefined {
  if (!(fault instanceof Error) || !BY_THE_DOMAIN.some((Known) => fault instanceof Known)) return undefined;
  return { code: 'evaluation', at: 'gate', citation, facts: { reason: fault.message.slice(0, 500) } };
}
