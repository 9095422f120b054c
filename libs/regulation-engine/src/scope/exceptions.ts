import { EvaluationFault } from '../cel/expression.ts';
import type { EvaluationScope } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledException } from '../compile/compiled-item.ts';
import type { FactValue } from '../matter/matter.ts';

export interface HeldException {
  readonly exception: CompiledException;
  readonly value: FactValue;
}

/** The exception that holds, itself subject to its own exceptions; undefined: none. Two that hold and differ are a fault. */
export function exceptionThatHolds(exceptions: readonly CompiledException[], scope: EvaluationScope): HeldException | undefined {
  let held: HeldException | undefined;
  for (const exception of exceptions) {
    if (!exception.if.test(scope)) continue;
    const inner = exceptionThatHolds(exception.unless, scope);
    const value = inner ? inner.value : outcome(exception, scope);
    if (held && JSON.stringify(held.value) !== JSON.stringify(value)) {
      throw new EvaluationFault(exception.if.source, `two exceptions hold and differ: ${held.exception.citation.rule}, ${exception.citation.rule}`);
    }
    held ??= inner ?? { exception, value };
  }
  return held;
}

function outcome(exception: CompiledException, scope: EvaluationScope): FactValue {
  return 'literal' in exception.then ? exception.then.literal : plain(exception.then.expression.evaluate(scope));
}
