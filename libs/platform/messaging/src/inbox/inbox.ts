import type { MatterEvent, ServiceName } from '@huiyin/contracts-kernel';
import type { CopyStore } from '@huiyin/platform-persistence';
import type { Matter } from '@huiyin/regulation-engine';
import type { CrashPoints } from '../crash/crash-points.ts';
import { TransientFault } from '../ports.ts';
import type { EventReceiver, FetchLog, Fold } from '../ports.ts';
import { ApplyFault } from './apply-fault.ts';
import { nextInboxStep } from './inbox-step.ts';
import { KeyedQueue } from './keyed-queue.ts';

export interface InboxParts {
  readonly copies: CopyStore;
  readonly fold: Fold;
  readonly receiver: EventReceiver;
  readonly fetch: FetchLog;
  readonly crash: CrashPoints;
  /** Told when something is missing before an event. */
  readonly gap?: (event: MatterEvent) => void;
}

export type Applied = 'applied' | 'had-before';

/**
 * Applies events once and in order per aggregate, a service's own like everybody else's, however often and in whatever
 * order they are delivered. The receiver stores what follows from an event before the copy that remembers it, so a
 * crash between the two repeats the event, and the receiver drops it by (source, seq).
 */
export class Inbox {
  readonly #parts: InboxParts;
  readonly #queue = new KeyedQueue();
  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  /**
   * Applies an event, after whatever is missing before it.
   * @throws TransientFault when what is missing cannot be had yet; ApplyFault with the event that could not be applied
   */
  async apply(event: MatterEvent): Promise<Applied> {
    return this.#queue.run(`${event.tenant}|${event.aggregate}`, async () => {
      for (;;) {
        const copy = await this.#load(event);
        const step = nextInboxStep(copy?.seq ?? 0, event.seq);
        if (step === 'drop') return 'had-before';
        if (step === 'apply') {
          if (await this.#applyNext(copy, event)) return 'applied';
          continue;
        }
        this.#parts.gap?.(event);
        if (!(await this.#fill(event, copy, event.seq - 1))) {
          throw new TransientFault(`The log of ${event.service} does not reach ${event.aggregate}:${event.seq - 1} yet`);
        }
      }
    });
  }

  /**
   * Fetches and applies what the producer has logged of an aggregate.
   * @param upToSeq stop as soon as this sequence is applied; absent: everything there is
   * @returns whether `upToSeq` was reached
   * @throws like `apply`
   */
  async catchUp(of: { readonly service: ServiceName; readonly tenant: string; readonly aggregate: string }, upToSeq = Number.MAX_SAFE_INTEGER): Promise<boolean> {
    return this.#queue.run(`${of.tenant}|${of.aggregate}`, async () => {
      const copy = await this.#load(of);
      return (copy?.seq ?? 0) >= upToSeq || this.#fill(of, copy, upToSeq);
    });
  }

  async #fill(of: { readonly service: ServiceName; readonly tenant: string; readonly aggregate: string }, from: Matter | undefined, upToSeq: number): Promise<boolean> {
    const { fetch, crash } = this.#parts;
    let copy = from;
    for (;;) {
      if ((copy?.seq ?? 0) >= upToSeq) return true;
      await crash.at('inbox.before-fetch');
      const events = await fetch(of.service, of.tenant, of.aggregate, copy?.seq ?? 0);
      await crash.at('inbox.after-fetch');
      if (events.length === 0) return false;
      for (const event of events) {
        if (event.seq > upToSeq) return true;
        if (nextInboxStep(copy?.seq ?? 0, event.seq) !== 'apply') throw new TransientFault(`The log of ${of.service} does not go on with ${event.id}`);
        if (!(await this.#applyNext(copy, event))) throw new TransientFault(`${event.id} is being applied elsewhere`);
        copy = await this.#load(of);
      }
    }
  }

  async #load(of: { readonly tenant: string; readonly aggregate: string }): Promise<Matter | undefined> {
    return this.#parts.copies.forTenant(of.tenant).load(of.aggregate);
  }

  /** Targets first, then the copy. False: another instance was faster. */
  async #applyNext(before: Matter | undefined, event: MatterEvent): Promise<boolean> {
    const { fold, receiver, copies, crash } = this.#parts;
    try {
      const after = fold(before, event.data);
      if (after.seq !== event.seq) throw new RangeError(`Folding ${event.id} gave sequence ${after.seq}`);
      await crash.at('inbox.before-targets');
      await receiver.receive(event, before, after);
      await crash.at('inbox.after-targets');
      const saved = await copies.forTenant(event.tenant).save(after, before?.seq ?? 0);
      await crash.at('inbox.after-copy');
      return saved === 'stored';
    } catch (error) {
      throw new ApplyFault(event, error);
    }
  }
}
