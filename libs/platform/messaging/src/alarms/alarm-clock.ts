import { ALARM_SHARDS } from '@huiyin/platform-persistence';
import type { OutboxStore } from '@huiyin/platform-persistence';
import type { CrashPoints } from '../crash/crash-points.ts';
import type { FairLeases } from '../leases/fair-leases.ts';
import { backOffMs } from '../settings/back-off.ts';
import { isoOf } from '../settings/clock.ts';
import type { RealClock } from '../settings/clock.ts';
import { inParallel } from '../settings/in-parallel.ts';
import type { Reports } from '../settings/reports.ts';

/** Settles one matter whose alarm is due and stores its next one. Stale calls must do nothing. */
export interface AlarmHandler {
  fire(tenant: string, id: string): Promise<void>;
}

export interface AlarmClockParts {
  readonly outbox: OutboxStore;
  readonly leases: FairLeases;
  readonly handler: AlarmHandler;
  readonly crash: CrashPoints;
  readonly clock: RealClock;
  readonly reports: Reports;
  readonly batch: number;
  readonly width: number;
}

export const ALARM_LEASES = { name: 'alarms', count: ALARM_SHARDS } as const;
const RETRY_FIRST_MS = 500;
const RETRY_MOST_MS = 60_000;

/**
 * Fires the alarms of operators on real time. `nextAlarmAt` is only a wake-up: whether anything is due is decided by
 * settling the matter, whose guarded update lets only one of two rival instances through.
 */
export class AlarmClock {
  readonly #parts: AlarmClockParts;
  /** Alarms that are due still after they were fired: something is wrong with that matter alone. */
  readonly #resting = new Map<string, { failures: number; untilMs: number }>();
  constructor(parts: AlarmClockParts) {
    this.#parts = parts;
  }

  /** Fires what is due in the shards that this instance holds. @returns how many were fired and whether more are waiting */
  async tick(): Promise<{ readonly fired: number; readonly full: boolean }> {
    const { outbox, leases, crash, clock, batch, width } = this.#parts;
    const shards = leases.held().map((share) => share.index);
    if (shards.length === 0) return { fired: 0, full: false };
    await crash.at('alarm.before-read');
    const due = await outbox.dueAlarms(isoOf(clock), shards, batch + this.#resting.size);
    this.#forgetSettled(due);
    const ready = due.filter(({ id }) => (this.#resting.get(id)?.untilMs ?? 0) <= clock.nowMs());
    await inParallel(ready, width, async (alarm) => this.#fire(alarm));
    return { fired: ready.length, full: due.length >= batch && ready.length > 0 };
  }

  async #fire({ tenant, id }: { readonly tenant: string; readonly id: string }): Promise<void> {
    const { crash, handler, clock, reports } = this.#parts;
    await crash.at('alarm.before-fire');
    const rest = this.#resting.get(id) ?? { failures: 0, untilMs: 0 };
    try {
      await handler.fire(tenant, id);
    } catch (error) {
      reports.warn({ matter: id, tenant, reason: String(error) }, 'The alarm is tried again');
    }
    // Gone at the next look if the matter has moved its alarm.
    rest.failures += 1;
    rest.untilMs = clock.nowMs() + backOffMs(rest.failures, RETRY_FIRST_MS, RETRY_MOST_MS);
    this.#resting.set(id, rest);
    await crash.at('alarm.after-fire');
  }

  #forgetSettled(due: readonly { readonly id: string }[]): void {
    const still = new Set(due.map(({ id }) => id));
    for (const id of this.#resting.keys()) if (!still.has(id)) this.#resting.delete(id);
  }
}
