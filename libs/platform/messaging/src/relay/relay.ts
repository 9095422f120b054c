import type { EventLog, OutboxStore } from '@huiyin/platform-persistence';
import type { CrashPoints } from '../crash/crash-points.ts';
import type { EventBroker } from '../ports.ts';
import { inParallel } from '../settings/in-parallel.ts';
import { clearableUpTo, planRelay } from './relay-step.ts';
import type { Lane, Published } from './relay-step.ts';

export interface RelayParts {
  readonly outbox: OutboxStore;
  readonly log: EventLog;
  readonly broker: EventBroker;
  readonly crash: CrashPoints;
  /** Real time, ISO 8601. */
  readonly now: () => string;
  /** Matters per pass, and how many of them publish side by side. */
  readonly batch: number;
  readonly lanes: number;
  readonly failed?: (lane: Lane, error: unknown) => void;
}

export interface RelayReport {
  readonly published: number;
  /** Matters whose next event the broker did not take. */
  readonly stopped: number;
  /** As many matters as fit were waiting: there are probably more. */
  readonly full: boolean;
}

/** So many failures without one success in a pass mean that the broker is away, not that a matter is broken. */
const GIVE_UP_AFTER = 8;

/**
 * Carries pending events to the log and the broker: append → publish in order per matter → remember what was
 * acknowledged → clear. Every crash in between repeats a step that changes nothing the second time.
 */
export class Relay {
  readonly #parts: RelayParts;
  constructor(parts: RelayParts) {
    this.#parts = parts;
  }

  /**
   * One pass over what is pending. Faults of the broker stop the matter they met and are reported, never thrown.
   * @param round of the comparison with the broker that came before (`RegressionGuard`)
   */
  async pass(round: number): Promise<RelayReport> {
    const { outbox, log, broker, crash, batch, lanes: width } = this.#parts;
    const era = broker.era();
    await crash.at('relay.before-read');
    const waiting = await outbox.withPending(batch);
    if (waiting.length === 0) return { published: 0, stopped: 0, full: false };
    const plan = planRelay(waiting);
    await crash.at('relay.before-append');
    await log.append(plan.append, round);
    await crash.at('relay.after-append');

    const run = { published: 0, stopped: 0 };
    const done = await inParallel(plan.lanes, width, async (lane) => this.#publish(lane, run));
    // Some of it may have been acknowledged before the broker lost its end, and some after: all of it is tried again.
    if (broker.era() !== era) return { published: 0, stopped: plan.lanes.length, full: false };
    await crash.at('relay.before-mark');
    await log.acknowledged(done.flat().map(({ event, streamSeq }) => ({ streamSeq, eventId: event.id })), round);
    await crash.at('relay.after-mark');
    await inParallel(plan.lanes, width, async (lane, index) => this.#clear(lane, done[index] ?? []));
    return { ...run, full: waiting.length >= batch };
  }

  async #publish(lane: Lane, run: { published: number; stopped: number }): Promise<readonly Published[]> {
    const { broker, crash, outbox, now, failed } = this.#parts;
    const published: Published[] = [];
    if (run.published === 0 && run.stopped >= GIVE_UP_AFTER) return published;
    for (const event of lane.events) {
      await crash.at('relay.before-publish');
      try {
        const { streamSeq } = await broker.publish(event);
        published.push({ event, streamSeq });
        run.published += 1;
      } catch (error) {
        run.stopped += 1;
        failed?.(lane, error);
        await outbox.tried(lane.id, now());
        break;
      }
      await crash.at('relay.after-publish');
    }
    return published;
  }

  async #clear(lane: Lane, published: readonly Published[]): Promise<void> {
    const upTo = clearableUpTo(lane, published);
    if (upTo === undefined) return;
    await this.#parts.outbox.clear(lane.id, upTo);
    await this.#parts.crash.at('relay.after-clear');
  }
}
