import type { Reports } from '../settings/reports.ts';
import type { FairLeases, HeldShare } from './fair-leases.ts';

/** Renews a set of leases until it is stopped and tells whenever what is held has changed. */
export class LeaseDriver {
  readonly #leases: FairLeases;
  readonly #everyMs: number;
  readonly #changed: (held: readonly HeldShare[]) => Promise<void> | void;
  readonly #reports: Reports;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  constructor(leases: FairLeases, everyMs: number, changed: (held: readonly HeldShare[]) => Promise<void> | void, reports: Reports) {
    this.#leases = leases;
    this.#everyMs = everyMs;
    this.#changed = changed;
    this.#reports = reports;
  }

  async start(): Promise<void> {
    await this.#renew();
    this.#timer = setInterval(() => {
      this.#round ??= this.#renew().finally(() => {
        this.#round = undefined;
      });
    }, this.#everyMs);
  }

  /** Stops renewing; what was held is for the caller to finish and give back (`release`). */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#round;
  }

  async release(): Promise<void> {
    try {
      await this.#leases.releaseAll();
    } catch (error) {
      this.#reports.warn({ reason: String(error) }, 'Leases could not be given back; they end by themselves');
    }
  }

  async #renew(): Promise<void> {
    try {
      await this.#leases.renew();
    } catch (error) {
      this.#reports.warn({ reason: String(error) }, 'Leases could not be renewed');
    }
    try {
      await this.#changed(this.#leases.held());
    } catch (error) {
      this.#reports.error({ reason: String(error) }, 'Work could not follow a change of leases');
    }
  }
}
