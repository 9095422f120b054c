/**
 * The regulation engine. Pure: no clock, no store, no randomness.
 *
 * ```
 * compilePolicy(document, identity)                  → CompiledPolicy             once per policy hash
 * perform(policy, matter, kind, command, facts, now) → settle → decide → react    for an act
 * alarm(policy, matter, facts, now)                  → settle                     when nextAlarmAt is reached
 * observe(policy, matter, event, source, facts, now) → react                      to a linked matter's event
 * evolve(matter, event)                              → matter                     knows no policy
 * excuse / refresh / erase(policy, matter, …)        → an accepted excuse · a second look · a retention rule that ran
 * performTogether(requests, facts, now)              → several acts of one service, all or nothing
 * actingTogether(requests, now)                      → the same, asking for the facts of each act as it comes to it
 * needs(…) · answerQuery(policy, key, rows, …)       → what to prefetch, and its answers for `facts.queries`
 * cycleDues · cycleCounts · countsTouched · thresholdsReached · closeIndicator · retentionDue   for the services that count (docs/extend.md)
 * why(policy, matter, fact, facts, now)              → why.v1
 * ```
 */
export type * from './language/pack-document.ts';
export type * from './language/act-document.ts';
export type * from './language/field-document.ts';
export type * from './language/step-document.ts';
export type * from './language/table-document.ts';
export { isServiceName, SERVICE_NAMES } from './language/service-names.ts';
export type { ServiceName } from './language/service-names.ts';
export type { PolicyDocument, PolicyIdentity } from './language/policy-document.ts';
export type * from './matter/matter.ts';
export type * from './matter/person.ts';
export type * from './matter/event.ts';
export type * from './run/outcome.ts';

export { compilePolicy } from './compile/compile-policy.ts';
export type { CompiledQuery } from './compile/compiled-query.ts';
export type { CompiledCycle } from './compile/compile-cycles.ts';
export type { CompiledIndicator } from './compile/compile-indicators.ts';
export type { CompiledPolicy, CompileProblem } from './compile/compiled-policy.ts';
export { queryOf } from './compile/expand/cycle-debtor.ts';
export { ownMet } from './compile/expand/expand-cycles.ts';
export { expansionsOf } from './compile/expand/expansions-of.ts';
export type { Expansion } from './compile/expand/expansion.ts';
export { isName, kebab, camel, plural } from './compile/names.ts';
export { isCore } from './compile/citations.ts';
export { perform } from './run/perform.ts';
export { countedText } from './react/counted-text.ts';
export { alarm, observe } from './run/alarm.ts';
export type { NewMatter } from './run/start-session.ts';
export { UnknownKindError } from './run/kind-of.ts';
export { EvaluationFault } from './cel/expression.ts';
export { evolve } from './evolve/evolve.ts';
export { withNumbers, numberText } from './run/numbers.ts';
export { claimsOf } from './run/claims.ts';
export { needs, needsOfAlarm, needsOfEvent } from './run/needs.ts';
export { acts } from './run/acts.ts';
export type { OpenAct } from './run/acts.ts';
export { excuse } from './run/excuse.ts';
export type { Excuse } from './run/excuse.ts';
export { saysWhatThen } from './react/refused-elsewhere.ts';
export { refresh } from './run/refresh.ts';
export { mayAccess } from './run/may-access.ts';
export type { Access } from './run/may-access.ts';
export { needsOfPolicyInstant, policyInstant } from './run/policy-instant.ts';
export { performTogether } from './run/perform-together.ts';
export { actingTogether } from './run/acting-together.ts';
export type { Ground, GroundWanted, Together } from './run/acting-together.ts';
export type { Request } from './run/companions.ts';
export { answerQuery } from './queries/answer-query.ts';
export { eventCountsFor } from './queries/counts-for.ts';
export type { QueryAsker } from './queries/answer-query.ts';
export { rowsNeeded } from './queries/query-row.ts';
export type { LedgerRow, QueryRows } from './queries/query-row.ts';
export { thresholdsReached } from './thresholds/thresholds-reached.ts';
export type { CountedTwice, ReachedThreshold } from './thresholds/thresholds-reached.ts';
export { countsTouched, needsOfThresholds } from './thresholds/counts-touched.ts';
export type { TouchedCount } from './thresholds/counts-touched.ts';
export type { OwedMatter } from './run/owed-matter.ts';
export { cycleDues, nextCycleAt } from './cycles/cycle-dues.ts';
export { needsOfCycleCounts, needsOfCycles } from './cycles/cycle-needs.ts';
export type { CycleMatter } from './cycles/cycle-dues.ts';
export { cycleCounts } from './cycles/cycle-counts.ts';
export type { CycleCount } from './cycles/cycle-counts.ts';
export { scoreIndicator } from './indicators/score-indicator.ts';
export type { Measured, Score } from './indicators/score-indicator.ts';
export { closeIndicator } from './indicators/close-indicator.ts';
export type { ClosedIndicator } from './indicators/close-indicator.ts';
export { measuredSubjects, needsOfIndicator } from './indicators/measured-subjects.ts';
export { indicatorClose } from './indicators/indicator-close.ts';
export type { IndicatorClose } from './indicators/indicator-close.ts';
export { perSubject } from './indicators/per-subject.ts';
export { retentionDue } from './retention/retention-due.ts';
export type { Erasure } from './retention/retention-due.ts';
export { erase } from './retention/erase.ts';
export { SYSTEM } from './run/session.ts';
export { nextStep } from './settle/next-step.ts';
export { nextAlarmAt } from './settle/next-alarm.ts';
export { why } from './why/why.ts';
export type { WhyAnswer } from './why/why-answer.ts';
export { describeKind, kindsOf, serviceOf } from './describe/describe-kind.ts';
export type * from './describe/kind-description.ts';
export { formOf, formsOf, viewOf, viewsOf, calendarOf, citationOf } from './describe/catalogue.ts';
export { textOf, labelOf } from './describe/texts.ts';
export { runView } from './views/run-view.ts';
export type { ViewResult } from './views/view-result.ts';
export { readersOf } from './views/readers.ts';
export { directoryOf } from './parties/directory-of.ts';
export { isPresent, isOnDuty, standInFor } from './parties/presence.ts';
export type * from './cel/scope-types.ts';
export { checkExpression } from './cel/check-expression.ts';
export { RUNS } from './cel/strict-text.ts';
export { comparisonOf } from './cel/words.ts';
