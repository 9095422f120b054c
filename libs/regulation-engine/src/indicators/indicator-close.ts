import { dueInstantAt, parseDue, periodOf } from '@huiyin/deadline-rules';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';

export interface IndicatorClose {
  readonly period: { readonly start: string; readonly end: string; readonly label: string };
  /** From here on results stand; corrections are new entries. */
  readonly closesAt: string;
  /** Last instant at which one may appeal; absent: one may not. */
  readonly appealUntil?: string;
}

/** The period of an indicator that holds an instant, when it closes and until when one may appeal. Undefined: it never closes. Throws for an unknown indicator. */
export function indicatorClose(policy: CompiledPolicy, name: string, at: string): IndicatorClose | undefined {
  const indicator = policy.indicators.get(name);
  if (!indicator) throw new Error(`no indicator ${name}`);
  if (indicator.closes === undefined) return undefined;
  const period = periodOf(indicator.closes, at, policy.calendar);
  return { period, closesAt: period.end, ...(indicator.appeal !== undefined && { appealUntil: lastInstant(policy, indicator.appeal, period.end) }) };
}

/** A time of day is inclusive; before the end of a day by the last millisecond that can be told from it. */
function lastInstant({ calendar }: CompiledPolicy, spec: string, from: string): string {
  const { at, inclusive } = dueInstantAt(parseDue(spec), from, calendar);
  return inclusive ? at : new Date(Date.parse(at) - 1).toISOString();
}
