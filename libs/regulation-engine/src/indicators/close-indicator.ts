import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { COUNTING_SERVICE } from '../compile/compile-queries.ts';
import { rounded } from '../decide/check-type.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { matterIdOf } from '../react/matter-id.ts';
import type { Facts } from '../run/outcome.ts';
import type { OwedMatter } from '../run/owed-matter.ts';
import { indicatorClose } from './indicator-close.ts';
import type { IndicatorClose } from './indicator-close.ts';
import { measuredSubjects } from './measured-subjects.ts';
import { CLOSE, CORRECT, RESULT } from './result-kind.ts';
import { scoreIndicator } from './score-indicator.ts';
import type { Score } from './score-indicator.ts';

/** What an indicator gives in a period, as the matter to be opened once when it closes. */
export interface ClosedIndicator extends OwedMatter, IndicatorClose {
  readonly scores: readonly Score[];
  /** Act that puts these scores in the place of those that were closed before; what differs is posted anew. */
  readonly correction: { readonly act: string; readonly input: FactMap };
}

/**
 * Scores an indicator over the period that holds `at`, for the service that counts: before `closesAt` it shows how things stand; from then on it is
 * opened once under its id, which posts what it gives; scored again later (late facts, an appeal upheld) its `correction` is an act on that matter.
 * Queries must be answered in `facts.queries` with an instant of the period (`needsOfIndicator`). Undefined: the indicator never closes.
 * Throws for an unknown indicator, EvaluationFault where a formula fails.
 */
export function closeIndicator(policy: CompiledPolicy, name: string, at: string, facts: Facts): ClosedIndicator | undefined {
  const close = indicatorClose(policy, name, at);
  const indicator = policy.indicators.get(name);
  if (!close || !indicator) return undefined;
  const { start, end } = close.period;
  const scores = scoreIndicator(policy, name, measuredSubjects(policy, name, facts), facts, new Date(Date.parse(end) - 1).toISOString());
  const lines = scores.map((score): FactMap => lineOf(score, indicator.item));
  return {
    ...close, scores, id: matterIdOf(`${RESULT}:${indicator.item}:${start}`, start, COUNTING_SERVICE), service: COUNTING_SERVICE, kind: RESULT, act: CLOSE, citation: indicator.citation,
    input: { indicator: name, item: indicator.item, rule: indicator.citation.rule, start, end, scores: lines, ...(close.appealUntil !== undefined && { appealUntil: close.appealUntil }) },
    correction: { act: CORRECT, input: { scores: lines } },
  };
}

/** A score as a line of the result; what is absent is left out. */
function lineOf({ subject, value, target, reached, rank, gives, ledger, share, band, citation }: Score, item: string): FactMap {
  const amount = typeof gives === 'number' && ledger !== undefined ? { [ledger === 'money' ? 'pay' : 'points']: ledger === 'money' ? rounded(gives, 0) : gives } : {};
  const said: FactValue | undefined = ledger === undefined && gives !== undefined && gives !== null ? String(gives) : undefined;
  const members: Readonly<Record<string, FactValue | undefined>> = { subject, value, target, reached, rank, ...amount, said, share, item: band?.item ?? item, rule: (band?.citation ?? citation).rule };
  return Object.fromEntries(Object.entries(members).filter((entry): entry is [string, FactValue] => entry[1] !== undefined));
}
