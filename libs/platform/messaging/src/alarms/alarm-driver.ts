import { Pause } from '../settings/pause.ts';
import type { Reports } from '../settings/reports.ts';
import type { AlarmClock } from './alarm-clock.ts';

/** Looks for due alarms every `everyMs` until it is stopped. */
export class AlarmDriver {
  readonly #alarms: AlarmClock;
  readonly #everyMs: number;
  readonly #reports: Reports;
  readonly #pause = new Pause();
  #running: Promise<void> | undefined;
  #stopping = false;
  constructor(alarms: AlarmClock, everyMs: number, reports: Reports) {
    this.#alarms = alarms;
    this.#everyMs = everyMs;
    this.#reports = reports;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends after what is firing now. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#pause.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      let full = false;
      try {
        ({ full } = await this.#alarms.tick());
      } catch (error) {
        this.#reports.warn({ reason: String(error) }, 'Due alarms could not be read');
      }
      if (!full) await this.#pause.wait(this.#everyMs);
    }
  }
}
