import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { CrashPoints } from '../crash/crash-points.ts';
import { ApplyFault } from '../inbox/apply-fault.ts';
import { KeyedQueue } from '../inbox/keyed-queue.ts';
import { isTransient } from '../inbox/transient.ts';
import type { Delivery } from '../ports.ts';
import { backOffMs } from '../settings/back-off.ts';
import { isoOf } from '../settings/clock.ts';
import type { RealClock } from '../settings/clock.ts';
import type { Reports } from '../settings/reports.ts';
import type { Tally } from '../settings/tally.ts';
import { readEnvelope, unreadableLetter } from './envelope.ts';
import type { ParkedAggregates } from './parked-aggregates.ts';

export interface DeskParts {
  readonly parked: ParkedAggregates;
  readonly crash: CrashPoints;
  readonly clock: RealClock;
  readonly reports: Reports;
  /** An event that fails so many times is poison. */
  readonly poisonAfter: number;
  readonly tally?: Tally;
  readonly retryFirstMs: number;
  readonly retryMostMs: number;
}

export type Outcome = 'acknowledged' | 'parked-before' | 'retried' | 'parked' | 'unreadable' | 'given-back';

interface Trouble {
  failures: number;
  transients: number;
  untilMs: number;
}

/**
 * Decides what becomes of each delivered message: acknowledged after its effect is stored, given back with a growing
 * wait on a transient fault, or parked with its aggregate when it fails again and again. One aggregate's trouble never
 * stops the partition.
 */
export class DeliveryDesk {
  readonly #parts: DeskParts;
  readonly #queue = new KeyedQueue();
  readonly #trouble = new Map<string, Trouble>();
  #closing = false;
  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** From now on what has not been begun is given back at once. */
  close(): void {
    this.#closing = true;
  }

  /** Deliveries of one aggregate are worked on in the order of the calls, different aggregates side by side. */
  async handle(delivery: Delivery, deliveredAs: string, apply: (event: MatterEvent) => Promise<void>): Promise<Outcome> {
    const outcome = await this.#decide(delivery, deliveredAs, apply);
    const { tally } = this.#parts;
    if (!tally) return outcome;
    if (delivery.attempts > 1) tally.redelivered += 1;
    if (outcome === 'acknowledged') tally.applied += 1;
    if (outcome === 'retried') tally.retried += 1;
    if (outcome === 'parked' || outcome === 'unreadable') tally.parked += 1;
    return outcome;
  }

  async #decide(delivery: Delivery, deliveredAs: string, apply: (event: MatterEvent) => Promise<void>): Promise<Outcome> {
    let event: MatterEvent;
    try {
      event = readEnvelope(delivery.event);
    } catch (error) {
      return this.#unreadable(delivery, deliveredAs, error);
    }
    const key = `${event.tenant}|${event.aggregate}`;
    return this.#queue.run(key, async () => this.#work(key, event, delivery, apply));
  }

  async #work(key: string, event: MatterEvent, delivery: Delivery, apply: (event: MatterEvent) => Promise<void>): Promise<Outcome> {
    const { crash, parked, clock } = this.#parts;
    if (this.#closing) {
      await delivery.retry(0);
      return 'given-back';
    }
    await crash.at('consumer.received');
    const coolsMs = (this.#trouble.get(key)?.untilMs ?? 0) - clock.nowMs();
    if (coolsMs > 0) {
      await delivery.retry(coolsMs);
      return 'retried';
    }
    try {
      if (await parked.has(event.tenant, event.aggregate)) {
        // Left as a gap of the copy: releasing the aggregate fetches it from the producer's log.
        await delivery.ack();
        return 'parked-before';
      }
      await apply(event);
    } catch (error) {
      return this.#failed(key, event, delivery, error);
    }
    this.#trouble.delete(key);
    await crash.at('consumer.before-ack');
    await delivery.ack();
    await crash.at('consumer.after-ack');
    return 'acknowledged';
  }

  async #failed(key: string, delivered: MatterEvent, delivery: Delivery, error: unknown): Promise<Outcome> {
    const { clock, reports, poisonAfter, retryFirstMs, retryMostMs } = this.#parts;
    const trouble = this.#trouble.get(key) ?? { failures: 0, transients: 0, untilMs: 0 };
    this.#trouble.set(key, trouble);
    const transient = isTransient(error);
    if (transient) trouble.transients += 1;
    else trouble.failures += 1;
    const event = error instanceof ApplyFault ? error.event : delivered;
    const facts = { matter: event.aggregate, event: event.id, tenant: event.tenant, attempts: delivery.attempts, reason: messageOf(error) };
    if (trouble.failures >= poisonAfter) {
      await this.#park(event, delivery, error, trouble.failures);
      this.#trouble.delete(key);
      reports.error(facts, 'The matter is parked: its event failed again and again');
      return 'parked';
    }
    const waitMs = backOffMs(trouble.failures + trouble.transients, retryFirstMs, retryMostMs);
    trouble.untilMs = clock.nowMs() + waitMs;
    reports.warn({ ...facts, transient, waitMs }, 'The event is tried again');
    await delivery.retry(waitMs);
    return 'retried';
  }

  async #park(event: MatterEvent, delivery: Delivery, error: unknown, failures: number): Promise<void> {
    const { crash, parked, clock } = this.#parts;
    await crash.at('consumer.before-park');
    await parked.park({ event, reason: messageOf(error), failures, storedAt: isoOf(clock) });
    await crash.at('consumer.after-park');
    await delivery.discard();
  }

  async #unreadable(delivery: Delivery, deliveredAs: string, error: unknown): Promise<Outcome> {
    await this.#park(unreadableLetter(delivery.event, deliveredAs), delivery, error, delivery.attempts);
    this.#parts.reports.error({ deliveredAs, reason: messageOf(error) }, 'A message could not be read and is kept as a dead letter');
    return 'unreadable';
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500);
