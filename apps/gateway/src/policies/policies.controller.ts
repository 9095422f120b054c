import { Controller, Get, Param } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import { listPacks, loadPack } from '@huiyin/regulation-packs';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { PolicyRepository } from '../persistence/policy.repository.ts';
import { labelIn, labelsOf } from '../schema/label.ts';

/** Regulations that can be adopted, and the policy documents that are in force. */
@Controller('v1')
export class PoliciesController {
  constructor(
    private readonly repository: PolicyRepository,
    private readonly matters: MatterClient,
  ) {}

  @Get('regulations')
  regulations(@ReaderLocale() locale: Locale) {
    const items = listPacks().map((id) => {
      const { document } = loadPack(id);
      return { id, title: labelIn(document.title, locale), titles: labelsOf(document.title), language: document.language, rules: Object.keys(document.cites ?? {}).filter((rule) => rule !== 'D').length, kinds: Object.keys(document.kinds ?? {}) };
    });
    return { items, nextCursor: null };
  }

  /** A policy by hash: only one that this operator has adopted. */
  @Get('policies/:hash')
  async policy(@CurrentCaller() caller: Caller, @Param('hash') hash: string) {
    if (!/^[0-9a-f]{64}$/.test(hash) || caller.actor.kind !== 'staff' || !(await this.adopted(caller, hash))) throw problem('not-found');
    const document = await this.repository.get(hash);
    if (!document) throw problem('not-found');
    return { hash, inForce: hash === caller.operator.policy, packs: document.packs.map(({ pack, title }) => ({ pack, titles: labelsOf(title) })), overrides: document.overrides, calendar: document.calendar, document };
  }

  private async adopted(caller: Caller, hash: string): Promise<boolean> {
    if (hash === caller.operator.policy) return true;
    const { items } = await this.matters.list('gateway', { context: contextOf(caller), kind: 'policy', filter: { hash }, sort: '-openedAt', limit: 1 });
    return items.length > 0;
  }
}
