import type { ServiceName } from '@huiyin/contracts-kernel';
import type { Inbox } from '../inbox/inbox.ts';
import { isTransient } from '../inbox/transient.ts';
import type { RealClock } from '../settings/clock.ts';

const RETRY_MS = 50;

/** Brings a copy up to a sequence before a decision rests on it, so that a step after a step works across services. */
export class FreshCopies {
  readonly #inbox: Inbox;
  readonly #clock: RealClock;
  readonly #withinMs: number;
  constructor(inbox: Inbox, clock: RealClock, withinMs = 2000) {
    this.#inbox = inbox;
    this.#clock = clock;
    this.#withinMs = withinMs;
  }

  /** @returns false when the copy did not get there in time (the caller answers "unavailable") */
  async bring(tenant: string, service: ServiceName, aggregate: string, seq: number): Promise<boolean> {
    const deadlineMs = this.#clock.nowMs() + this.#withinMs;
    for (;;) {
      const remainingMs = deadlineMs - this.#clock.nowMs();
      if (remainingMs <= 0) return false;
      if (await within(remainingMs, this.#attempt(tenant, service, aggregate, seq))) return true;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, Math.min(RETRY_MS, deadlineMs - this.#clock.nowMs()))));
    }
  }

  async #attempt(tenant: string, service: ServiceName, aggregate: string, seq: number): Promise<boolean> {
    try {
      return await this.#inbox.catchUp({ service, tenant, aggregate }, seq);
    } catch (error) {
      if (isTransient(error)) return false;
      throw error;
    }
  }
}

async function within(forMs: number, work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), forMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // The attempt that came too late may fail after nobody waits for it.
    work.catch(() => undefined);
  }
}
