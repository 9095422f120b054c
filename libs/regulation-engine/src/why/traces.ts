import type { CompiledException } from '../compile/compiled-item.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { figureOf } from '../scope/values-view.ts';
import type { RunScope } from '../scope/run-scope.ts';
import type { WhyAnswer } from './why-answer.ts';

/** Exceptions that were looked at, with whether they held; nested ones too. One that cannot be evaluated did not hold. */
export function exceptionsTried(exceptions: readonly CompiledException[], scope: RunScope): WhyAnswer['exceptions'] {
  return exceptions.flatMap((exception) => {
    let held = false;
    try {
      held = exception.if.test(scope);
    } catch {
      held = false;
    }
    return [{ if: exception.if.source, held, citation: exception.citation }, ...exceptionsTried(exception.unless, scope)];
  });
}

/** Figures read by these paths, with where they come from: the text, the operator's setting, or an override. */
export function valuesRead(policy: CompiledPolicy, pack: string, paths: readonly string[], scope: RunScope): WhyAnswer['values'] {
  const names = new Set(paths.flatMap((path) => (path.startsWith('values.') ? [path.split('.')[1]!] : [])));
  return [...names].flatMap((name) => {
    const value = policy.valueOf(pack, name);
    return value ? [{ name, is: figureOf(value, scope), origin: value.origin, citation: value.citation, ...(value.word !== undefined && { word: value.word }) }] : [];
  });
}
