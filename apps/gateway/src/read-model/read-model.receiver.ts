import { Injectable } from '@nestjs/common';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { EventReceiver } from '@huiyin/platform-messaging';
import type { Matter } from '@huiyin/regulation-engine';
import { LiveFeed } from '../live/live-feed.service.ts';
import { FeedRepository } from '../persistence/feed.repository.ts';
import { MatterIndexRepository } from '../persistence/matter-index.repository.ts';
import { NoticeRepository } from '../persistence/notice.repository.ts';
import { AdoptPolicy } from '../policies/changes/adopt-policy.service.ts';
import { indexOf } from './index-of.ts';
import { noticesOf } from './notices-of.ts';

/**
 * Keeps the gateway's read models: the policy in force, cross-service list, story, notices, live feed. Every step may be repeated: the index
 * keeps the later sequence, notices and feed entries have ids of their own. The feed comes last, so that whoever is woken by
 * it finds the rest.
 */
@Injectable()
export class ReadModelReceiver implements EventReceiver {
  constructor(
    private readonly index: MatterIndexRepository,
    private readonly notices: NoticeRepository,
    private readonly feed: FeedRepository,
    private readonly live: LiveFeed,
    private readonly adoption: AdoptPolicy,
  ) {}

  /** @param readers of the matter as `after` has it, where that is later than the event */
  async receive(event: MatterEvent, _before: Matter | undefined, after: Matter, readers?: readonly string[]): Promise<void> {
    await this.adoption.receive(event, after);
    await this.index.put(indexOf(event, after, readers));
    await this.notices.put(noticesOf(event));
    await this.feed.append(event);
    this.live.wake(event.tenant);
  }
}
