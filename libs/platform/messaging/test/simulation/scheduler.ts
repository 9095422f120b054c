import type { RealClock } from '../../src/settings/clock.ts';
import type { Random } from './random.ts';

interface Owner {
  readonly alive: boolean;
}
interface Step {
  readonly owner: Owner;
  readonly atMs: number;
  readonly resume: () => void;
}

export type RunEnd = 'quiet' | 'stuck' | 'too-long';

/**
 * Chooses by its seed which of all waiting steps goes on next, and keeps virtual time. What a dead process waits for
 * never comes, so nothing of it goes on: neither its next step nor its error handling.
 */
export class Scheduler implements RealClock {
  readonly #random: Random;
  #steps: Step[] = [];
  #nowMs = Date.parse('2025-03-01T00:00:00.000Z');
  taken = 0;
  constructor(random: Random) {
    this.#random = random;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  /** Goes on some time, when it is chosen. */
  async step(owner: Owner): Promise<void> {
    return this.sleep(owner, 0);
  }

  /** Goes on some time after `forMs`. */
  async sleep(owner: Owner, forMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.#steps.push({ owner, atMs: this.#nowMs + forMs, resume: resolve });
    });
  }

  /** @param between called after every step: where faults are put in */
  async run(quiet: () => boolean, between: () => void, mostSteps: number): Promise<RunEnd> {
    for (this.taken = 0; this.taken < mostSteps; this.taken += 1) {
      await settled();
      this.#steps = this.#steps.filter((step) => step.owner.alive);
      let ready = this.#steps.filter((step) => step.atMs <= this.#nowMs);
      if ((ready.length === 0 || this.taken % 32 === 0) && quiet()) return 'quiet';
      if (ready.length === 0) {
        if (this.#steps.length === 0) return 'stuck';
        this.#nowMs = Math.min(...this.#steps.map((step) => step.atMs));
        ready = this.#steps.filter((step) => step.atMs <= this.#nowMs);
      }
      const chosen = ready[this.#random.below(ready.length)] as Step;
      this.#steps.splice(this.#steps.indexOf(chosen), 1);
      this.#nowMs += this.#random.below(4);
      chosen.resume();
      between();
    }
    return 'too-long';
  }
}

/** Until everything that was resumed has come to its next step. */
const settled = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
