import type { MatterEvent } from '@huiyin/contracts-kernel';
import { FeedRepository } from '../feed.repository.ts';
import type { FeedEntry } from '../feed.repository.ts';
import { inStoryOrder } from '../story-order.ts';

export class MemoryFeedRepository extends FeedRepository {
  private readonly entries = new Map<string, FeedEntry>();
  private of(tenant: string): FeedEntry[] {
    return [...this.entries.values()].filter((entry) => entry.event.tenant === tenant);
  }
  override async append(event: MatterEvent): Promise<FeedEntry> {
    const known = this.entries.get(event.id);
    if (known) return known;
    const entry = { position: this.of(event.tenant).length + 1, event };
    this.entries.set(event.id, entry);
    return entry;
  }
  override async after(tenant: string, position: number, limit: number): Promise<readonly FeedEntry[]> {
    return this.of(tenant).filter((entry) => entry.position > position).slice(0, limit);
  }
  override async last(tenant: string): Promise<number> {
    return this.of(tenant).length;
  }
  override async ofMatters(tenant: string, matters: readonly string[], limit: number): Promise<readonly MatterEvent[]> {
    return this.of(tenant).map((entry) => entry.event).filter((event) => matters.includes(event.aggregate)).sort(inStoryOrder).slice(0, limit);
  }
}
