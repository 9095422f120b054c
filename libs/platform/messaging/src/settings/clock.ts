/** Real time; leases, back-off and deadlines run on it, never an operator's simulated time. */
export interface RealClock {
  nowMs(): number;
}
export const WALL_CLOCK: RealClock = { nowMs: () => Date.now() };
export const isoOf = (clock: RealClock): string => new Date(clock.nowMs()).toISOString();
