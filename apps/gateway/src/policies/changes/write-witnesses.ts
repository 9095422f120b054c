import { changeText } from '@huiyin/deadline-rules';
import type { DueChange } from '@huiyin/deadline-rules';
import { kebab } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { ReboundDue, Rebinding } from '@huiyin/platform-matters';
import type { CompiledPolicy, FactValue, KindDescription, Refusal } from '@huiyin/regulation-engine';
import { apiName } from '../../mapping/field-name.ts';
import { writeInstant } from '../../mapping/instant.ts';
import { writeValue } from '../../mapping/write-facts.ts';
import { refusalText } from '../../problems/refusal-faults.ts';
import { citeOf } from '../../problems/write-cite.ts';
import { labelIn } from '../../schema/label.ts';

export interface WitnessReader {
  readonly locale: Locale;
  readonly zone: string;
}

/** What becomes of one promise: old and new due, and why, in the reader's language. */
export function writeReboundDue(due: ReboundDue, kind: KindDescription | undefined, { locale, zone }: WitnessReader) {
  const step = kind?.steps.find(({ name }) => name === due.name);
  const cite = citeOf(due.citation);
  const at = (instant: string | undefined) => (instant === undefined ? null : writeInstant(instant, zone));
  return {
    step: due.step,
    what: step ? labelIn(step.label, locale) : kebab(due.name),
    result: due.result,
    startedAt: writeInstant(due.startedAt, zone),
    old: at(due.old?.at),
    new: at(due.new?.at),
    movedSeconds: due.movedMs === undefined ? null : Math.round(due.movedMs / 1000),
    overdueAtOnce: due.overdueAtOnce ?? false,
    provisional: due.new?.provisional?.reason ?? null,
    reasons: due.result === 'moved' ? reasonLines(due, zone, locale) : [],
    items: due.items,
    rule: due.citation.rule,
    ...(cite && { cite }),
  };
}

function reasonLines(due: ReboundDue, zone: string, locale: Locale): readonly string[] {
  if (!due.old) return [];
  const change: DueChange = { id: due.step, old: due.old, new: due.new ?? null, movedMs: due.movedMs ?? 0, reasons: due.reasons, ...(due.overdueAtOnce && { overdueAtOnce: true }) };
  return changeText(change, zone, locale);
}

/** A fact that would be derived otherwise, as the API spells it. */
export function writeChangedFact({ fact, old, new: now, item, rule }: Rebinding['facts'][number], kind: KindDescription | undefined, zone: string) {
  const field = kind?.fields.find(({ name }) => name === fact);
  const spelled = (value: FactValue) => (field ? writeValue(value, field, zone) : value);
  return { fact: field ? apiName(field) : fact, old: spelled(old), new: spelled(now), item: item ?? null, rule: rule ?? null };
}

/** Why an act is refused; empty: it is not. */
export function writeReasons(refusals: readonly Refusal[], policy: CompiledPolicy, locale: Locale) {
  return refusals.map((refusal) => ({ code: kebab(refusal.code), message: refusalText(policy, refusal, locale), rule: refusal.citation.rule }));
}
