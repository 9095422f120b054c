import type { MatterEvent } from '@huiyin/contracts-kernel';
import { FeedRepository } from '../feed.repository.ts';
import type { FeedEntry } from '../feed.repository.ts';
import { inStoryOrder } from '../story-order.ts';
import type { GatewayCollections } from './collections.ts';
import { isDuplicateKey } from './duplicate-key.ts';

/** Writers that number at the same moment collide; the loser numbers again. */
const NUMBERING_ATTEMPTS = 200;

/**
 * Positions are contiguous because each is the highest one stored plus one, kept apart by the unique key: whoever sees a
 * position sees all before it, so a reader that resumes never leaves one out.
 */
export class MongoFeedRepository extends FeedRepository {
  constructor(private readonly feed: GatewayCollections['feed']) {
    super();
  }
  override async append(event: MatterEvent): Promise<FeedEntry> {
    for (let attempt = 0; attempt < NUMBERING_ATTEMPTS; attempt += 1) {
      const known = await this.feed.findOne({ _id: { $eq: event.id } });
      if (known) return { position: known.position, event: known.event };
      const position = (await this.last(event.tenant)) + 1;
      try {
        await this.feed.insertOne({ _id: event.id, tenant: event.tenant, position, event: { ...event } });
        return { position, event };
      } catch (thrown) {
        if (!isDuplicateKey(thrown)) throw thrown;
      }
    }
    throw new Error(`the feed of ${event.tenant} cannot be numbered: too many writers`);
  }
  override async after(tenant: string, position: number, limit: number): Promise<readonly FeedEntry[]> {
    const rows = await this.feed.find({ tenant: { $eq: tenant }, position: { $gt: position } }).sort({ position: 1 }).limit(limit).toArray();
    return rows.map((row) => ({ position: row.position, event: row.event }));
  }
  override async last(tenant: string): Promise<number> {
    const [row] = await this.feed.find({ tenant: { $eq: tenant } }, { projection: { position: 1 } }).sort({ position: -1 }).limit(1).toArray();
    return row?.position ?? 0;
  }
  override async ofMatters(tenant: string, matters: readonly string[], limit: number): Promise<readonly MatterEvent[]> {
    const rows = await this.feed.find({ tenant: { $eq: tenant }, 'event.aggregate': { $in: [...matters] } }).limit(limit).toArray();
    return rows.map((row) => row.event).sort(inStoryOrder);
  }
}
