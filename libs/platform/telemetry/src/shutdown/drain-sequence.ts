import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { readWithin } from '../metrics/read-within.ts';
import { DRAIN_ORDER } from './drain-order.ts';
import type { DrainStep } from './drain-order.ts';

const STEP_TAKES_AT_MOST_MS = 5000;

/**
 * Drains before Nest closes anything (Nest drops replies in flight when it closes a transport).
 * A step that fails or takes too long is logged and passed over: what it leaves undone is repeated after the next start.
 */
@Injectable()
export class DrainSequence implements BeforeApplicationShutdown {
  readonly #steps: DrainStep[] = [];
  readonly #logger = new Logger(DrainSequence.name);
  #done: Promise<void> | undefined;

  /** From the first moment of a shutdown: not ready any more. */
  get draining(): boolean {
    return this.#done !== undefined;
  }

  add(step: DrainStep): void {
    this.#steps.push(step);
  }

  /** Runs all steps once; a second call waits for the first. */
  drain(): Promise<void> {
    return (this.#done ??= this.#run());
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.drain();
  }

  async #run(): Promise<void> {
    await Promise.resolve();
    for (const phase of DRAIN_ORDER) await Promise.all(this.#steps.filter((step) => step.phase === phase).map((step) => this.#drainOne(step)));
  }

  async #drainOne(step: DrainStep): Promise<void> {
    try {
      await readWithin(step.timeoutMs ?? STEP_TAKES_AT_MOST_MS, step.drain());
    } catch (error) {
      this.#logger.warn(`${step.name} (${step.phase}) was left undrained: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
