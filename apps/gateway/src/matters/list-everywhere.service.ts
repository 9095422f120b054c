import { Injectable } from '@nestjs/common';
import { cursorFor, limitOf, oneOf, positionOf, readQuery, switchOf } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { KindDescription } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { MatterIndexRepository } from '../persistence/matter-index.repository.ts';
import { readFilter } from './list-filter.ts';
import { MatterAnswers } from './matter-answers.service.ts';

const PARAMETERS = ['state', 'owner', 'limit', 'cursor', 'sort', 'count'];
const COUNTED_TO = 10_000;

/** Lists of kinds that live in every service (tasks, decisions), from the gateway's own read model. */
@Injectable()
export class ListEverywhere {
  constructor(
    private readonly index: MatterIndexRepository,
    private readonly answers: MatterAnswers,
  ) {}

  async list(caller: Caller, kind: KindDescription, query: Record<string, unknown>, locale: Locale) {
    const read = readQuery(query, PARAMETERS);
    const { state, owner } = readFilter(kind, read);
    const filter = { kind: kind.kind, readers: caller.readers, ...(typeof state === 'string' && { state }), ...(typeof owner === 'string' && { owner }) };
    const sort = oneOf('sort', read['sort'], ['openedAt', '-openedAt']) ?? '-openedAt';
    const scope = [kind.plural, state, owner, sort];
    const page = await this.index.list(caller.operator.id, filter, { sort, limit: limitOf(read['limit']), ...(read['cursor'] !== undefined && { after: positionOf(scope, read['cursor']) }) });
    const items = await this.answers.write(caller, page.items.map((indexed) => ({ matter: indexed.matter, version: indexed.seq, next: indexed.next })), locale);
    const count = switchOf('count', read['count']) ? { count: await this.index.count(caller.operator.id, filter, COUNTED_TO) } : {};
    return { items: items.map((item) => ({ ...item, version: null })), nextCursor: page.next === undefined ? null : cursorFor(scope, page.next), ...count };
  }
}
