import { Controller, Get, Query } from '@nestjs/common';
import { cursorFor, faultOf, kebab, limitOf, oneOf, positionOf, problem, readQuery, switchOf } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { engineWord } from '../mapping/read-value.ts';
import { writeInstant } from '../mapping/instant.ts';
import { MatterIndexRepository } from '../persistence/matter-index.repository.ts';
import type { IndexFilter } from '../persistence/matter-index.repository.ts';
import { MatterAnswers } from './matter-answers.service.ts';
import { WithoutPromise } from './without-promise.service.ts';

const PARAMETERS = ['kind', 'state', 'owner', 'open', 'without', 'limit', 'cursor', 'sort', 'count'];
const LACKS = { owner: 'owner', 'next-step': 'nextStep' } as const;
const COUNTED_TO = 10_000;

/** Matters of every kind and service in one list: the gateway's own read model, kept by events. */
@Controller('v1/matters')
export class AllMattersController {
  constructor(
    private readonly index: MatterIndexRepository,
    private readonly answers: MatterAnswers,
    private readonly withoutPromise: WithoutPromise,
  ) {}

  @Get()
  async list(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Query() query: Record<string, unknown>) {
    const read = readQuery(query, PARAMETERS);
    const filter: IndexFilter = { ...filterOf(read), readers: caller.readers };
    const sort = oneOf('sort', read['sort'], ['openedAt', '-openedAt']) ?? '-openedAt';
    const scope = ['matters', { ...filter, readers: undefined }, sort];
    const page = { sort, limit: limitOf(read['limit']), ...(read['cursor'] !== undefined && { after: positionOf(scope, read['cursor']) }) };
    const { items, next } = filter.without ? await this.withoutPromise.list(caller.operator.id, filter, page) : await this.index.list(caller.operator.id, filter, page);
    const count = switchOf('count', read['count']) ? await this.index.count(caller.operator.id, filter, COUNTED_TO) : undefined;
    const written = await this.answers.write(caller, items.map((indexed) => ({ matter: indexed.matter, version: indexed.seq, next: indexed.next })), locale);
    return {
      items: written.map((head, position) => ({ ...head, version: null, service: items[position]?.service ?? null })),
      nextCursor: next === undefined ? null : cursorFor(scope, next),
      ...(count !== undefined && { count }),
      asOf: writeInstant(caller.now, caller.operator.zone),
    };
  }
}

function filterOf(read: Readonly<Record<string, string>>): IndexFilter {
  const words = read['without']?.split(',');
  const strange = words?.find((word) => !(word in LACKS));
  if (strange !== undefined) throw problem('invalid-parameter', { errors: [faultOf('without', 'not-a-choice', { choices: Object.keys(LACKS).map(kebab).join(', ') })] });
  const open = switchOf('open', read['open']);
  return {
    ...(read['kind'] !== undefined && { kind: engineWord(read['kind']) }),
    ...(read['state'] !== undefined && { state: engineWord(read['state']) }),
    ...(read['owner'] !== undefined && { owner: read['owner'] }),
    ...(open !== undefined && { open }),
    ...(words && { without: words.map((word) => LACKS[word as keyof typeof LACKS]) }),
  };
}
