import { Injectable } from '@nestjs/common';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { Locale } from '@huiyin/platform-http';
import { mayRead } from '@huiyin/platform-matters';
import type { Matter } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import type { JsonMap } from '../mapping/write-facts.ts';
import { FeedRepository } from '../persistence/feed.repository.ts';
import { MatterIndexRepository } from '../persistence/matter-index.repository.ts';
import { inStoryOrder } from '../persistence/story-order.ts';
import { Policies } from '../policies/policies.service.ts';
import { timelineItem } from './timeline-item.ts';

const MOST_LINKED = 200;
const MOST_EVENTS = 10_000;

/** The whole story of a matter across services: its own events as its service has them, and those of the matters linked with it. */
@Injectable()
export class Timelines {
  constructor(
    private readonly matters: MatterClient,
    private readonly index: MatterIndexRepository,
    private readonly feed: FeedRepository,
    private readonly policies: Policies,
  ) {}

  /** Events the caller may read, in the order of the story. */
  async story(caller: Caller, matter: Matter): Promise<readonly MatterEvent[]> {
    const linked = await this.linkedWith(caller, matter);
    const [own, others] = await Promise.all([this.matters.events(contextOf(caller), matter.id), linked.length === 0 ? [] : this.feed.ofMatters(caller.operator.id, linked, MOST_EVENTS)]);
    return [...own, ...others].filter((event) => mayRead(event.readers, caller.readers)).sort(inStoryOrder);
  }

  write(caller: Caller, events: readonly MatterEvent[], locale: Locale): Promise<JsonMap[]> {
    return Promise.all(
      events.map(async (event) => {
        const [policy, kind] = await Promise.all([this.policies.get(event.policy), this.policies.kind(event.policy, event.kind)]);
        return timelineItem(event, policy, kind, caller.operator.zone, locale);
      }),
    );
  }

  /** Matters it points to and matters that point to it; master data has a story of its own. */
  private async linkedWith(caller: Caller, matter: Matter): Promise<readonly string[]> {
    const [pointedAt, pointing] = await Promise.all([this.index.loadMany(caller.operator.id, Object.values(matter.links)), this.index.linkedTo(caller.operator.id, matter.id, MOST_LINKED)]);
    return [...new Set([...pointedAt, ...pointing].filter((linked) => !linked.record && linked.id !== matter.id).map((linked) => linked.id))];
  }
}
