/**
 * The order in which a process lets go. Each phase ends before the next begins:
 * first nobody sends it work, then it finishes what it has, then it hands on what that produced, then it hangs up.
 */
export const DRAIN_ORDER = ['announce', 'requests', 'alarms', 'consumers', 'relay', 'connections'] as const;
export type DrainPhase = (typeof DRAIN_ORDER)[number];

export interface DrainStep {
  readonly phase: DrainPhase;
  readonly name: string;
  /** Most it may take before it is left behind; 5,000 ms unless given. */
  readonly timeoutMs?: number;
  drain(): Promise<unknown>;
}
