import type { LeaseStore, OutboxStore } from '@huiyin/platform-persistence';
import { backOffMs } from '../settings/back-off.ts';
import type { RealClock } from '../settings/clock.ts';
import { Pause } from '../settings/pause.ts';
import type { Reports } from '../settings/reports.ts';
import type { Tally } from '../settings/tally.ts';
import type { RegressionGuard } from './regression-guard.ts';
import type { Relay, RelayReport } from './relay.ts';

export interface RelayDriverParts {
  readonly relay: Relay;
  readonly guard: RegressionGuard;
  readonly outbox: OutboxStore;
  readonly leases: LeaseStore;
  readonly holder: string;
  readonly clock: RealClock;
  readonly reports: Reports;
  readonly tally?: Tally;
  readonly idleMs: number;
  readonly leaseMs: number;
  readonly backOffMostMs: number;
}

/**
 * Runs the relay of a service: one instance at a time holds it (two would only publish the same twice). Looking every
 * `idleMs` is the guarantee; `wake` makes it sooner.
 */
export class RelayDriver {
  readonly #parts: RelayDriverParts;
  readonly #pause = new Pause();
  #running: Promise<void> | undefined;
  #stopping = false;
  /** Of the last comparison with the broker; undefined: compare first. */
  #round: number | undefined;
  #reconnects = 0;
  #leasedUntilMs = 0;
  constructor(parts: RelayDriverParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something was committed here. */
  wake(): void {
    this.#pause.wake();
  }

  /** Whether this instance publishes for the service now. */
  get holds(): boolean {
    return this.#leasedUntilMs > this.#parts.clock.nowMs();
  }

  /** The broker was away: what it had acknowledged is compared before anything new is published. */
  reconnected(): void {
    this.#reconnects += 1;
    this.#round = undefined;
    this.#pause.wake();
  }

  /** Age in milliseconds of the oldest event that is not published (0: none): gauge and readiness. */
  async oldestUnpublishedMs(): Promise<number> {
    const oldest = await this.#parts.outbox.oldestPending();
    return oldest === undefined ? 0 : Math.max(0, this.#parts.clock.nowMs() - Date.parse(oldest));
  }

  /** Publishes what is still pending, as far as `withinMs` allows, and gives the relay to another instance. */
  async stop(withinMs: number): Promise<void> {
    const { clock, leases, holder, reports } = this.#parts;
    this.#stopping = true;
    this.#pause.wake();
    await this.#running;
    const deadlineMs = clock.nowMs() + withinMs;
    while (clock.nowMs() < deadlineMs) {
      const report = await this.#work();
      if (report === undefined || (report.published === 0 && report.stopped === 0)) break;
      if (report.published === 0) await this.#pause.wait(this.#parts.idleMs);
    }
    await leases.release('relay', holder).catch((error: unknown) => reports.warn({ reason: String(error) }, 'The relay could not be given back'));
  }

  async #run(): Promise<void> {
    const { idleMs, backOffMostMs } = this.#parts;
    let failures = 0;
    while (!this.#stopping) {
      const report = await this.#work();
      if (report === undefined) failures = 0;
      else if (report.published === 0 && report.stopped > 0) failures += 1;
      else failures = 0;
      if (report?.full && failures === 0) continue;
      await this.#pause.wait(failures > 0 ? backOffMs(failures, idleMs, backOffMostMs) : idleMs);
    }
  }

  /** One pass, if this instance holds the relay; undefined: it does not. */
  async #work(): Promise<RelayReport | undefined> {
    try {
      if (!(await this.#hold())) return undefined;
      return this.#counted(await this.#parts.relay.pass(this.#round ?? (await this.#compare())));
    } catch (error) {
      this.#parts.reports.warn({ reason: String(error) }, 'The relay tries again');
      return { published: 0, stopped: 1, full: false };
    }
  }

  #counted(report: RelayReport): RelayReport {
    const { tally } = this.#parts;
    if (tally) {
      tally.published += report.published;
      tally.refused += report.stopped;
    }
    return report;
  }

  async #hold(): Promise<boolean> {
    const { leases, holder, leaseMs, clock } = this.#parts;
    const nowMs = clock.nowMs();
    if (this.#leasedUntilMs - nowMs > leaseMs / 2) return true;
    const had = this.#leasedUntilMs > nowMs;
    const lease = await leases.acquire('relay', holder, leaseMs, nowMs);
    this.#leasedUntilMs = lease ? nowMs + leaseMs : 0;
    if (lease && !had) this.#round = undefined;
    return lease !== undefined;
  }

  async #compare(): Promise<number> {
    const { guard, reports } = this.#parts;
    const reconnects = this.#reconnects;
    const report = await guard.run();
    if (report.regressed) reports.error({ republished: report.republished }, 'The broker had lost acknowledged events; they were published again from the log');
    if (reconnects === this.#reconnects) this.#round = report.round;
    return report.round;
  }
}
