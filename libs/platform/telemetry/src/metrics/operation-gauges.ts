import type { GaugeSource } from './gauge-source.ts';

/** Where a service reads what an operator of the system must see. Left out: this service has no such thing. */
export interface OperationReadings {
  /** Recording time (RFC 3339) of the oldest event not yet on the stream; undefined: none. */
  oldestUnpublished?(): Promise<string | undefined>;
  deadLetters?(): Promise<number>;
  parkedMatters?(): Promise<number>;
  /** Due instant of the oldest alarm that has not fired; undefined: none is due. */
  oldestDueAlarm?(): Promise<string | undefined>;
  mattersWithoutOwner?(): Promise<number>;
  mattersWithoutNextStep?(): Promise<number>;
}

/** The gauges of the dashboard (architecture.md, Operations). `nowMs`: real time. */
export function operationGauges(readings: OperationReadings, nowMs: () => number = Date.now): readonly GaugeSource[] {
  const gauges: (GaugeSource | undefined)[] = [
    age('oldest_unpublished_event_age_seconds', 'Age of the oldest event that is not yet on the stream; 0: none.', readings.oldestUnpublished?.bind(readings), nowMs),
    age('alarm_overdue_seconds', 'How long the oldest due alarm has been waiting to fire; 0: none is due.', readings.oldestDueAlarm?.bind(readings), nowMs),
    count('dead_letters', 'Events put aside because they could not be applied.', readings.deadLetters?.bind(readings)),
    count('parked_matters', 'Matters whose events wait behind a dead letter.', readings.parkedMatters?.bind(readings)),
    count('matters_without_owner', 'Open matters that nobody owns; must be 0.', readings.mattersWithoutOwner?.bind(readings)),
    count('matters_without_next_step', 'Open matters without a next step; must be 0.', readings.mattersWithoutNextStep?.bind(readings)),
  ];
  return gauges.filter((gauge) => gauge !== undefined);
}

function age(name: string, help: string, since: (() => Promise<string | undefined>) | undefined, nowMs: () => number): GaugeSource | undefined {
  return since && { name, help, read: async () => secondsSince(await since(), nowMs()) };
}

function count(name: string, help: string, read: (() => Promise<number>) | undefined): GaugeSource | undefined {
  return read && { name, help, read };
}

/** Seconds from an instant (RFC 3339) to now; 0 without one or when it lies ahead. */
export function secondsSince(instant: string | undefined, nowMs: number): number {
  return instant === undefined ? 0 : Math.max(0, (nowMs - Date.parse(instant)) / 1000);
}
