import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { CompiledException, CompiledValue } from '../compile/compiled-item.ts';
import type { EvaluationScope } from '../cel/expression.ts';
import type { FactValue } from '../matter/matter.ts';
import { fractionOf } from '../figures/fraction-of.ts';
import { timeOfDay } from '../figures/time-of-day.ts';
import { exceptionThatHolds } from './exceptions.ts';
import type { View } from './view-class.ts';
import { expressed } from './expressed.ts';

/** `values` of a pack: each figure with its exceptions, as expressions compute with it (`35%` is 0.35). */
export function valuesView(policy: CompiledPolicy, pack: string, scope: EvaluationScope): View {
  return new (policy.valuesClass(pack))((name: string) => {
    const value = policy.valueOf(pack, name);
    return value ? figure(figureOf(value, scope)) : null;
  });
}

/** The figure of a value here and now: an exception that holds takes its place. Throws where two differ. */
export function figureOf(value: CompiledValue, scope: EvaluationScope): FactValue {
  return givenFigure(value, scope).figure;
}

/** The figure, and what gives it: the value itself, or the exception that holds. */
export function givenFigure(value: CompiledValue, scope: EvaluationScope): { readonly figure: FactValue; readonly by: CompiledValue | CompiledException } {
  const held = exceptionThatHolds(value.unless, scope);
  return held ? { figure: held.value, by: held.exception } : { figure: value.is, by: value };
}

function figure(value: FactValue): unknown {
  return typeof value === 'string' ? (fractionOf(value) ?? timeOfDay(value) ?? value) : expressed(value);
}
