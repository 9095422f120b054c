/** Parts that are built wrongly on purpose, to show that the checker sees it. */
export type Control = 'none' | 'inbox-off' | 'acknowledge-first' | 'clear-first';

/** One simulated run; the same plan gives the same run. */
export interface Plan {
  readonly seed: number;
  readonly aggregates: number;
  /** Acts per aggregate; an alarm comes on top. */
  readonly acts: number;
  /** Processes that are killed and started again. */
  readonly crashes: number;
  /** Requests or answers that are lost. */
  readonly roadFaults: number;
  /** Acknowledgements that the broker forgets, so that messages come again. */
  readonly redeliveries: number;
  /** Times that the broker loses the end of its stream. */
  readonly losses: number;
  readonly control: Control;
}

export const aggregatesOf = (plan: Plan): readonly string[] => Array.from({ length: plan.aggregates }, (_, index) => `m${index}`);
