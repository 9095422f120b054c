import type { Difference } from '../match/difference.ts';
import type { Step } from '../scenario.ts';

/** A difference with the line of the file that expects otherwise. */
export type LocatedDifference = Difference & { readonly line: number };

export interface StepResult {
  readonly section: Step['section'];
  readonly index: number;
  readonly row?: number | string;
  readonly line: number;
  readonly title: string;
  readonly ok: boolean;
  /** The failure in readable lines. */
  readonly problem?: string;
  readonly differences?: readonly LocatedDifference[];
}

/** What the runner looks at unasked. */
export interface CheckResult {
  readonly title: string;
  readonly ok: boolean;
  readonly problem?: string;
}

export interface ScenarioResult {
  readonly file: string;
  readonly title: string;
  readonly card?: string;
  /** Absent where the operator did not open. */
  readonly operatorId?: string;
  readonly steps: readonly StepResult[];
  readonly checks: readonly CheckResult[];
  /** Steps and checks that hold. */
  readonly passed: number;
  /** Steps and checks that do not. */
  readonly failed: number;
}

export function summed(result: Omit<ScenarioResult, 'passed' | 'failed'>): ScenarioResult {
  const all = [...result.steps, ...result.checks];
  const passed = all.filter(({ ok }) => ok).length;
  return { ...result, passed, failed: all.length - passed };
}
