import type { OpenPartition } from '../broker/event-source.port.ts';
import type { Delivery } from '../ports.ts';
import type { DeliveryDesk, Outcome } from './delivery-desk.ts';

const WORKING_EVERY_MS = 10_000;

/** Everything that one opened partition has under way. */
export class PartitionRun {
  readonly #desk: DeliveryDesk;
  readonly #underWay = new Map<Promise<unknown>, Delivery>();
  readonly #timer: NodeJS.Timeout;
  #open: OpenPartition | undefined;
  constructor(desk: DeliveryDesk) {
    this.#desk = desk;
    this.#timer = setInterval(() => {
      for (const delivery of this.#underWay.values()) delivery.working?.();
    }, WORKING_EVERY_MS);
    this.#timer.unref();
  }

  opened(open: OpenPartition): void {
    this.#open = open;
  }

  get underWay(): number {
    return this.#underWay.size;
  }

  track(delivery: Delivery, work: Promise<Outcome>): void {
    const ended = work.catch(() => undefined).finally(() => this.#underWay.delete(ended));
    this.#underWay.set(ended, delivery);
  }

  /** Takes nothing more, gives back what has not begun, and waits for the rest. */
  async close(withinMs: number): Promise<void> {
    this.#open?.stop();
    this.#desk.close();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, withinMs);
    });
    await Promise.race([Promise.all(this.#underWay.keys()), late]);
    clearTimeout(timer);
    clearInterval(this.#timer);
  }
}
