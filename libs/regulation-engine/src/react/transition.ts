import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { StepState } from '../matter/matter.ts';

/** A step's run that changes, and the event that says so (none: the run ended late, its `missed` was told before). */
export interface Transition {
  readonly event?: 'opened' | 'met' | 'missed' | 'dropped' | 'reached' | 'extended';
  readonly step: StepState;
  readonly compiled?: CompiledStep;
}
