import { dueInstantAt, parseDue, periodOf } from '@huiyin/deadline-rules';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';

export interface IndicatorClose {
  readonly period: { readonly start: string; readonly end: string; readonly label: string };
  /** From here on results stand; corrections are new entries. */
  readonly closesAt: string;
  /** Until when an appeal is open; absent: none is. */
  readonly appealUntil?: string;
}

/** The period of an indicator that holds an instant, when it closes and until when one may appeal. Undefined: it never closes. Throws for an unknown indicator. */
export function indicatorClose(policy: CompiledPolicy, name: string, at: string): IndicatorClose | undefined {
  const indicator = policy.indicators.get(name);
  if (!indicator) throw new Error(`no indicator ${name}`);
  if (indicator.closes === undefined) return undefined;
  const period = periodOf(indicator.closes, at, policy.calendar);
  return { period, closesAt: period.end, ...(indicator.appeal !== undefined && { appealUntil: dueInstantAt(parseDue(indicator.appeal), period.end, policy.calendar).at }) };
}
