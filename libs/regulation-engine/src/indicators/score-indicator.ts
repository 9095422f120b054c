import { EvaluationFault } from '../cel/expression.ts';
import { magnitude } from '../cel/magnitudes.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledIndicator } from '../compile/compile-indicators.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { LiteralOrExpression } from '../compile/literals.ts';
import type { Citation, FactMap, FactValue } from '../matter/matter.ts';
import { rounded } from '../decide/check-type.ts';
import { scopeOf } from '../queries/answer-query.ts';
import { holdsFor } from '../queries/holds-for.ts';
import type { Facts } from '../run/outcome.ts';
import { expressed } from '../scope/expressed.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { figureOf } from '../scope/values-view.ts';
import { bandOf } from './band-of.ts';
import { ranksOf } from './ranks-of.ts';
import { shareOut } from './share-out.ts';

/** Somebody or something that is measured, with the answers of the queries for it. */
export interface Measured {
  readonly subject: string;
  /** Query → its answer for this subject (see `perSubject`). */
  readonly answers: FactMap;
  /** What expressions read as `it`. */
  readonly it?: FactMap;
}

export interface Score {
  readonly subject: string;
  /** Absent: not applicable, or nothing to measure. */
  readonly value?: number;
  readonly target?: number;
  readonly reached?: boolean;
  readonly rank?: number;
  /** What the target or the band gives: points or pay. */
  readonly gives?: FactValue;
  /** Where it is posted; absent: it is no amount of a ledger. */
  readonly ledger?: 'points' | 'money';
  readonly share?: number;
  readonly citation: Citation;
  /** Band that gave it, where one did. */
  readonly band?: { readonly item: string; readonly citation: Citation };
  readonly inputs: FactMap;
}

/**
 * Scores an indicator over the subjects given: value, target, rank, band, points, share. In the order given. Pure: what is closed, and who
 * appeals until when, is the host's to keep (`indicatorClose`). Throws for an unknown indicator, EvaluationFault where a formula fails otherwise than by a division by nothing.
 */
export function scoreIndicator(policy: CompiledPolicy, name: string, subjects: readonly Measured[], facts: Facts, now: string): readonly Score[] {
  const indicator = policy.indicators.get(name);
  if (!indicator) throw new Error(`no indicator ${name}`);
  const measured = subjects.map((subject) => measure(policy, indicator, subject, facts, now));
  const ranks = indicator.rank ? ranksOf(measured.map(({ value }) => value), indicator.rank) : [];
  const scored = measured.map((each, index) => rated(policy, indicator, each, ranks[index]));
  return indicator.shares ? shared(indicator, measured, scored) : scored;
}

interface Reading {
  readonly measured: Measured;
  readonly scope: RunScope;
  readonly value?: number;
}

function measure(policy: CompiledPolicy, indicator: CompiledIndicator, measured: Measured, facts: Facts, now: string): Reading {
  const scope = scopeOf(policy, { facts: { ...facts, directory: facts.directory, matter: (id) => facts.matter(id), queries: { ...facts.queries, ...measured.answers } } }, now);
  scope.names['it'] = expressed({ id: measured.subject, ...measured.it });
  if (indicator.notApplicable?.test(scope)) return { measured, scope };
  const value = valueOf(indicator, scope);
  return { measured, scope, ...(value !== undefined && { value }) };
}

/** A ratio of nothing is no result; any other fault is one. */
function valueOf(indicator: CompiledIndicator, scope: RunScope): number | undefined {
  try {
    const value = plain(indicator.is.evaluate(scope));
    if (value === null) return undefined;
    if (typeof value === 'number') return rounded(value, indicator.decimals);
    throw new EvaluationFault(indicator.is.source, 'is no figure');
  } catch (error) {
    if (error instanceof EvaluationFault && /ratio by zero|division by zero|mean of nothing/.test(error.reason)) return undefined;
    throw error;
  }
}

function rated(policy: CompiledPolicy, indicator: CompiledIndicator, { measured, scope, value }: Reading, rank: number | undefined): Score {
  const base: Score = { subject: measured.subject, citation: indicator.citation, inputs: measured.answers };
  if (value === undefined) return base;
  const figure = (name: string): number => {
    const known = policy.valueOf(indicator.pack, name);
    if (!known) throw new EvaluationFault(`value:${name}`, 'no such value');
    return Number(magnitude(figureOf(known, scope)));
  };
  scope.set({ value: rank === undefined ? expressed(value) : BigInt(rank) });
  const band = bandOf(indicator.bands, rank ?? value, scope, figure);
  scope.set({ value: expressed(value) });
  const target = indicator.target === undefined ? undefined : figure(indicator.target);
  const reached = target === undefined ? undefined : holdsFor(policy.comparisonOf(indicator.pack, indicator.target!), value, target);
  const gives = band ? outcome(band.gives, scope) : indicator.points !== undefined && reached !== false ? outcome(indicator.points, scope) : undefined;
  const ledger = band ? band.ledger : gives === undefined ? undefined : 'points';
  return {
    ...base, value,
    ...(rank !== undefined && { rank }), ...(target !== undefined && { target, reached: reached! }), ...(gives !== undefined && { gives }), ...(ledger && { ledger }), ...(band && { band: { item: band.item, citation: band.citation } }),
  };
}

function outcome(given: LiteralOrExpression, scope: RunScope): FactValue {
  return 'literal' in given ? given.literal : plain(given.expression.evaluate(scope));
}

function shared({ shares }: CompiledIndicator, readings: readonly Reading[], scores: readonly Score[]): readonly Score[] {
  const first = readings[0];
  if (!shares || !first) return scores;
  const amount = plain(shares.of.evaluate(first.scope));
  if (typeof amount !== 'number') throw new EvaluationFault(shares.of.source, 'is no amount');
  const weights = readings.map(({ scope, value }) => {
    if (!shares.by) return value ?? 0;
    const weight = plain(shares.by.evaluate(scope));
    return typeof weight === 'number' ? weight : 0;
  });
  const parts = shareOut(amount, weights);
  return scores.map((score, index) => ({ ...score, share: parts[index]! }));
}
