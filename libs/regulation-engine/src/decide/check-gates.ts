import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledAct, CompiledGate } from '../compile/compiled-act.ts';
import type { CompiledException } from '../compile/compiled-item.ts';
import type { FactMap } from '../matter/matter.ts';
import type { Refusal } from '../run/outcome.ts';
import { exceptionThatHolds } from '../scope/exceptions.ts';
import type { HeldException } from '../scope/exceptions.ts';
import { operands } from '../scope/operands.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { refusal } from './refusals.ts';

export interface GateResult {
  readonly refusals: readonly Refusal[];
  /** Gates of packs that only watch. */
  readonly watched: readonly Refusal[];
}

const ROOTS: ReadonlySet<string> = new Set(['act', 'after', 'matter', 'line']);

/** Every gate in order. One that reads a withheld field is skipped; one that cannot be evaluated refuses. */
export function checkGates(scope: RunScope, act: CompiledAct, withheld: ReadonlySet<string>, sentence: (code: string) => readonly string[]): GateResult {
  const refusals: Refusal[] = [];
  const watched: Refusal[] = [];
  for (const gate of act.gates) {
    if (withheld.size > 0 && reads(gate).some((path) => readsWithheld(path, withheld))) continue;
    const failure = failureOf(scope, gate, sentence);
    if (failure) (gate.watch ? watched : refusals).push(failure);
  }
  return { refusals, watched };
}

function failureOf(scope: RunScope, gate: CompiledGate, sentence: (code: string) => readonly string[]): Refusal | undefined {
  try {
    if (gate.if && !gate.if.test(scope)) return undefined;
    const exception = exceptionThatHolds(gate.unless, scope);
    if (exception ? allows(exception) : gate.that.test(scope)) return undefined;
    return refusal('gate', gate.refuse, exception?.exception.citation ?? gate.citation, operands(scope, gate.pack, [...gate.that.reads, ...sentence(gate.refuse)]), gate.field);
  } catch (error) {
    if (error instanceof EvaluationFault) return faultRefusal(error, gate, gate.field);
    throw error;
  }
}

/** What an exception says of a gate is yes or no. */
function allows({ exception, value }: HeldException): boolean {
  if (typeof value === 'boolean') return value;
  throw new EvaluationFault(exception.if.source, `gives ${JSON.stringify(value)}, not true or false`);
}

/** An expression that fails refuses: an error never weakens a gate. */
export function faultRefusal(fault: EvaluationFault, item: Pick<CompiledGate, 'item' | 'citation'>, field?: string): Refusal {
  const facts: FactMap = { item: item.item, expression: fault.source, reason: fault.reason };
  return refusal('gate', 'evaluation', item.citation, facts, field);
}

function reads(gate: CompiledGate): readonly string[] {
  return [...(gate.if?.reads ?? []), ...gate.that.reads, ...gate.unless.flatMap(readsOfException)];
}

function readsOfException({ if: condition, then, unless }: CompiledException): readonly string[] {
  return [...condition.reads, ...('expression' in then ? then.expression.reads : []), ...unless.flatMap(readsOfException)];
}

function readsWithheld(path: string, withheld: ReadonlySet<string>): boolean {
  const [root, field] = path.split('.');
  return ROOTS.has(root!) && field !== undefined && withheld.has(field);
}
