import { Injectable } from '@nestjs/common';
import type { FeedEntry } from '../persistence/feed.repository.ts';
import { FeedRepository } from '../persistence/feed.repository.ts';

const BATCH = 200;
/** Another instance may have stored what this one was not woken for. */
const LOOK_AGAIN_MS = 1_000;

/** Lets readers follow an operator's feed from a position, without gaps and without repetition. */
@Injectable()
export class LiveFeed {
  private readonly sleepers = new Map<string, Set<() => void>>();

  constructor(private readonly feed: FeedRepository) {}

  /** Something was stored for this operator. */
  wake(tenant: string): void {
    for (const awake of this.sleepers.get(tenant) ?? []) awake();
  }

  last(tenant: string): Promise<number> {
    return this.feed.last(tenant);
  }

  /** Entries after a position, then everything that comes, until `signal` ends it; undefined now and then, for a sign of life. */
  async *follow(tenant: string, position: number, signal: AbortSignal): AsyncGenerator<FeedEntry | undefined> {
    let last = position;
    while (!signal.aborted) {
      const nap = this.nap(tenant, signal);
      const entries = await this.feed.after(tenant, last, BATCH);
      for (const entry of entries) {
        if (signal.aborted) break;
        last = entry.position;
        yield entry;
      }
      if (entries.length > 0) nap.end();
      else {
        await nap.ended;
        yield undefined;
      }
    }
  }

  /** Begins before the look, so that what is stored during it wakes the reader too. */
  private nap(tenant: string, signal: AbortSignal): { readonly ended: Promise<void>; end(): void } {
    const sleepers = this.sleepers.get(tenant) ?? new Set();
    this.sleepers.set(tenant, sleepers);
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      const timer = setTimeout(() => end(), LOOK_AGAIN_MS);
      end = (): void => {
        clearTimeout(timer);
        sleepers.delete(end);
        if (sleepers.size === 0) this.sleepers.delete(tenant);
        signal.removeEventListener('abort', end);
        resolve();
      };
      sleepers.add(end);
      signal.addEventListener('abort', end);
    });
    return { ended, end };
  }
}
