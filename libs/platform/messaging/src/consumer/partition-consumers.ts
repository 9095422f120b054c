import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { EventSource } from '../broker/event-source.port.ts';
import type { HeldShare } from '../leases/fair-leases.ts';
import type { Reports } from '../settings/reports.ts';
import type { DeliveryDesk } from './delivery-desk.ts';
import { PartitionRun } from './partition-run.ts';

/** Hands one event to whoever applies it; `fence` is that of the partition's lease. */
export type HandleEvent = (event: MatterEvent, partition: HeldShare) => Promise<void>;

/** Consumes exactly the partitions that this instance's leases name. */
export class PartitionConsumers {
  readonly #source: EventSource;
  readonly #newDesk: () => DeliveryDesk;
  readonly #handle: HandleEvent;
  readonly #reports: Reports;
  readonly #drainMs: number;
  readonly #runs = new Map<number, { readonly share: HeldShare; readonly run: PartitionRun }>();
  #closed = false;
  constructor(source: EventSource, newDesk: () => DeliveryDesk, handle: HandleEvent, reports: Reports, drainMs: number) {
    this.#source = source;
    this.#newDesk = newDesk;
    this.#handle = handle;
    this.#reports = reports;
    this.#drainMs = drainMs;
  }

  /** Opens what is newly held and closes what is held no more (or under an older fence). */
  async follow(held: readonly HeldShare[]): Promise<void> {
    const wanted = new Map(held.map((share) => [share.index, share]));
    const lost = [...this.#runs].filter(([index, { share }]) => wanted.get(index)?.fence !== share.fence);
    await Promise.all(lost.map(async ([index]) => this.#close(index)));
    for (const share of held) if (!this.#closed && !this.#runs.has(share.index)) await this.#open(share);
  }

  get partitions(): readonly number[] {
    return [...this.#runs.keys()].sort((a, b) => a - b);
  }

  get underWay(): number {
    return [...this.#runs.values()].reduce((sum, { run }) => sum + run.underWay, 0);
  }

  /** Also ends a `follow` that is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.follow([]);
  }

  async #open(share: HeldShare): Promise<void> {
    const desk = this.#newDesk();
    const run = new PartitionRun(desk);
    this.#runs.set(share.index, { share, run });
    try {
      const open = await this.#source.open(share.index, (delivery, deliveredAs) => {
        const work = desk.handle(delivery, deliveredAs, async (event) => this.#handle(event, share));
        run.track(delivery, work);
        work.catch((error: unknown) => this.#reports.error({ deliveredAs, reason: String(error) }, 'A delivery was not decided; it will come again'));
      });
      // Closed while it was being opened: nobody else will stop it.
      if (this.#runs.get(share.index)?.run !== run) return open.stop();
      run.opened(open);
      void open.ended.then(async (error) => this.#ended(share, run, error));
    } catch (error) {
      this.#reports.warn({ partition: share.index, reason: String(error) }, 'The partition could not be opened; it is tried again');
      await this.#close(share.index);
    }
  }

  /** A partition that ended by itself is opened again at the next renewal of the leases. */
  async #ended(share: HeldShare, run: PartitionRun, error: Error | undefined): Promise<void> {
    if (this.#runs.get(share.index)?.run !== run) return;
    this.#reports.warn({ partition: share.index, reason: String(error ?? 'ended') }, 'The partition ended; it is opened again');
    await this.#close(share.index);
  }

  async #close(index: number): Promise<void> {
    const held = this.#runs.get(index);
    this.#runs.delete(index);
    await held?.run.close(this.#drainMs);
  }
}
