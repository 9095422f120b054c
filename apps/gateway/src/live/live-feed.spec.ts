import type { MatterEvent } from '@huiyin/contracts-kernel';
import { MemoryFeedRepository } from '../persistence/memory/memory-feed.repository.ts';
import { LiveFeed } from './live-feed.service.ts';

const event = (id: string, tenant = 't') => ({ id, tenant, aggregate: 'm', seq: 1 }) as MatterEvent;

describe('LiveFeed', () => {
  it('gives what came after a position, then what comes, and nothing of another operator', async () => {
    const feed = new MemoryFeedRepository();
    const live = new LiveFeed(feed);
    for (const id of ['a', 'b']) await feed.append(event(id));
    await feed.append(event('x', 'other'));
    const ended = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const entry of live.follow('t', 1, ended.signal)) {
        if (entry) seen.push(entry.event.id);
        if (seen.length === 2) ended.abort();
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await feed.append(event('c'));
    live.wake('t');
    await reading;
    expect(seen).toEqual(['b', 'c']);
  });
  it('ends at once when the reader goes', async () => {
    const live = new LiveFeed(new MemoryFeedRepository());
    const ended = new AbortController();
    setTimeout(() => ended.abort(), 10);
    const began = performance.now();
    for await (const entry of live.follow('t', 0, ended.signal)) expect(entry).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(500);
  });
});
