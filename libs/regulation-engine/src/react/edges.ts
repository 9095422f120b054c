import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledExpression } from '../cel/expression.ts';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { Matter } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';

export interface Edges {
  readonly rising: ReadonlySet<CompiledStep>;
  readonly falling: ReadonlySet<CompiledStep>;
  readonly pausing: ReadonlySet<CompiledStep>;
  readonly resuming: ReadonlySet<CompiledStep>;
  readonly flags: Readonly<Record<string, boolean>>;
}

/** Looks at every condition again and tells what has changed since the matter last saw it. */
export function edgesOf(session: Session, matter: Matter, scope: RunScope, onFault: (item: CompiledStep, fault: EvaluationFault) => void): Edges {
  const edges = { rising: new Set<CompiledStep>(), falling: new Set<CompiledStep>(), pausing: new Set<CompiledStep>(), resuming: new Set<CompiledStep>() };
  const flags: Record<string, boolean> = {};
  const { lookedAt } = session;
  // A step's own event changes no fact: what was seen a moment ago stands.
  const stands = lookedAt !== undefined && isSameSituation(lookedAt, matter);
  let faulty = false;
  const look = (step: CompiledStep, condition: CompiledExpression, flag: string, up: Set<CompiledStep>, down: Set<CompiledStep>): void => {
    if (stands && session.kind.steady.has(condition)) return;
    try {
      const holds = condition.test(scope);
      if (holds === (matter.flags[flag] ?? false)) return;
      flags[flag] = holds;
      (holds ? up : down).add(step);
    } catch (error) {
      if (!(error instanceof EvaluationFault)) throw error;
      faulty = true;
      if (!step.watch) onFault(step, error);
    }
  };
  for (const step of session.kind.becoming) look(step, step.opens.becomes!, step.name, edges.rising, edges.falling);
  for (const step of session.kind.pausing) look(step, step.pausedWhile!, `${step.name}.paused`, edges.pausing, edges.resuming);
  session.lookedAt = faulty ? undefined : matter;
  return { ...edges, flags };
}

/** All that a steady condition may read is the same. */
function isSameSituation(before: Matter, now: Matter): boolean {
  return before.facts === now.facts && before.state === now.state && before.did === now.did && before.final === now.final;
}
