import { Controller, Get, Query } from '@nestjs/common';
import { cursorFor, kebab, kebabPath, limitOf, positionOf, readQuery } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import { textOf } from '@huiyin/regulation-engine';
import type { Matter } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { writeInstant } from '../mapping/instant.ts';
import { People } from '../matters/people.service.ts';
import type { PeopleById } from '../matters/people.service.ts';
import { MatterIndexRepository } from '../persistence/matter-index.repository.ts';
import { NoticeRepository } from '../persistence/notice.repository.ts';
import type { Notice } from '../persistence/notice.repository.ts';
import { Policies } from '../policies/policies.service.ts';
import { citeOf } from '../problems/write-cite.ts';
import { eventLabel } from '../timeline/timeline-item.ts';
import { insertable } from './insertable.ts';

/** Whom the system told what: to the caller himself, or about matters he may read. */
@Controller('v1/notices')
export class NoticesController {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly policies: Policies,
    private readonly people: People,
    private readonly index: MatterIndexRepository,
  ) {}

  @Get()
  async list(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Query() query: Record<string, unknown>) {
    const { about, to, rule, limit, cursor } = readQuery(query, ['about', 'to', 'rule', 'limit', 'cursor']);
    const scope = ['notices', about, to, rule];
    const page = await this.notices.list(
      caller.operator.id,
      { ...(about !== undefined && { about }), ...(to !== undefined && { to }), ...(rule !== undefined && { rule }), visibleTo: { person: caller.actor.id, readers: caller.readers } },
      { limit: limitOf(limit), ...(cursor !== undefined && { after: positionOf(scope, cursor) }) },
    );
    const people = await this.people.named(caller, page.items.map((notice) => notice.to));
    const matters = new Map((await this.index.loadMany(caller.operator.id, [...new Set(page.items.map((notice) => notice.about))])).map((indexed) => [indexed.id, indexed.matter]));
    const items = await Promise.all(page.items.map((notice) => this.write(notice, matters.get(notice.about), people, caller, locale)));
    return { items, nextCursor: page.next === undefined ? null : cursorFor(scope, page.next), asOf: writeInstant(caller.now, caller.operator.zone) };
  }

  private async write(notice: Notice, matter: Matter | undefined, people: PeopleById, caller: Caller, locale: Locale) {
    const [policy, kind] = await Promise.all([this.policies.get(notice.policy), this.policies.kind(notice.policy, notice.kind)]);
    const card = people.get(notice.to);
    return {
      id: notice.id,
      at: writeInstant(notice.at, caller.operator.zone),
      to: { id: notice.to, name: card?.name ?? notice.to, role: card?.role ?? null },
      about: { id: notice.about, kind: kebab(notice.kind) },
      event: kebabPath(notice.event),
      code: kebab(notice.text),
      text: textOf(policy, notice.text, locale, insertable(notice, matter, kind, caller.operator.zone)) ?? eventLabel(policy, kind, notice.event, locale),
      channels: notice.channels,
      rule: notice.citation.rule,
      cite: citeOf(notice.citation) ?? null,
    };
  }
}
