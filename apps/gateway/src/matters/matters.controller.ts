import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { serviceOfId } from '@huiyin/contracts-kernel';
import type { MatterHead } from '@huiyin/contracts-kernel';
import { cursorFor, etagOf, limitOf, oneOf, positionOf, problem, readQuery, switchOf } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { ActDescription, KindDescription } from '@huiyin/regulation-engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { Policies } from '../policies/policies.service.ts';
import { bodyObject } from './body-object.ts';
import { filterNames, LIST_PARAMETERS, readFilter } from './list-filter.ts';
import { hostOf, livesEverywhere } from './host-of.ts';
import { ListEverywhere } from './list-everywhere.service.ts';
import { MatterActs } from './matter-acts.service.ts';
import { MatterAnswers } from './matter-answers.service.ts';
import { readPatch } from './read-patch.ts';
import { commandKey, expectedVersion } from './request-conditions.ts';
import { actOf, creatingActOf } from './route-kinds.ts';

const SORTS = ['openedAt', '-openedAt', 'number', '-number'] as const;

/** The routes of every kind, core or pack, driven by the policy's description of it. */
@Controller('v1/:plural')
export class MattersController {
  constructor(
    private readonly matters: MatterClient,
    private readonly policies: Policies,
    private readonly acts: MatterActs,
    private readonly answers: MatterAnswers,
    private readonly everywhere: ListEverywhere,
  ) {}

  @Post()
  async create(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('plural') plural: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const kind = await this.kindOf(caller, plural);
    return this.created(caller, locale, kind, creatingActOf(kind), body, request, reply);
  }

  /** `POST /v1/{plural}/{act}`, where a kind can be created by several acts. */
  @Post(':act')
  async createBy(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('plural') plural: string, @Param('act') act: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const kind = await this.kindOf(caller, plural);
    return this.created(caller, locale, kind, actOf(kind, act, true), body, request, reply);
  }

  @Get()
  async list(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('plural') plural: string, @Query() query: Record<string, unknown>) {
    const kind = await this.kindOf(caller, plural);
    if (livesEverywhere(kind)) return this.everywhere.list(caller, kind, query, locale);
    const read = readQuery(query, [...LIST_PARAMETERS, ...filterNames(kind)]);
    const filter = readFilter(kind, read);
    const sort = oneOf('sort', read['sort'], SORTS) ?? '-openedAt';
    const scope = [plural, filter, sort];
    const page = await this.matters.list(hostOf(kind), {
      context: contextOf(caller),
      kind: kind.kind,
      filter,
      sort,
      limit: limitOf(read['limit']),
      ...(read['cursor'] !== undefined && { after: positionOf(scope, read['cursor']) }),
      ...(switchOf('count', read['count']) && { count: true }),
    });
    const items = await this.answers.write(caller, page.items, locale);
    return { items, nextCursor: page.next === undefined ? null : cursorFor(scope, page.next), ...(page.count !== undefined && { count: page.count }) };
  }

  @Get(':id')
  async get(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('plural') plural: string, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { head } = await this.target(caller, plural, id);
    return this.answer(caller, locale, head, reply);
  }

  @Post(':id/:act')
  @HttpCode(200)
  async act(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('plural') plural: string, @Param('id') id: string, @Param('act') word: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { kind, head } = await this.target(caller, plural, id);
    const act = actOf(kind, word, false);
    const done = await this.acts.perform(caller, { kind, act, body: bodyObject(body), target: head, expectedVersion: expectedVersion(request, caller), key: commandKey(request, caller) });
    return this.answer(caller, locale, done.head, reply);
  }

  /** JSON Merge Patch (RFC 7396) of the descriptive fields of a record: its act `change`. */
  @Patch(':id')
  async patch(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('plural') plural: string, @Param('id') id: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { kind, head } = await this.target(caller, plural, id);
    const act = kind.acts.find((candidate) => candidate.name === 'change' && !candidate.creating);
    if (!act) throw problem('method-not-allowed');
    const done = await this.acts.perform(caller, { kind, act, body: readPatch(body), target: head, expectedVersion: expectedVersion(request, caller), key: commandKey(request, caller) });
    return this.answer(caller, locale, done.head, reply);
  }

  private async created(caller: Caller, locale: Locale, kind: KindDescription, act: ActDescription, body: unknown, request: FastifyRequest, reply: FastifyReply) {
    const done = await this.acts.perform(caller, { kind, act, body: bodyObject(body), key: commandKey(request, caller) });
    void reply.header('location', `/v1/${kind.plural}/${done.head.matter.id}`);
    return this.answer(caller, locale, done.head, reply);
  }

  private answer(caller: Caller, locale: Locale, head: MatterHead, reply: FastifyReply) {
    void reply.header('etag', etagOf(head.version));
    return this.answers.writeOne(caller, head, locale);
  }

  private async kindOf(caller: Caller, plural: string): Promise<KindDescription> {
    const kind = (await this.policies.kinds(caller.operator.policy)).byPlural(plural);
    if (!kind) throw problem('not-found');
    return kind;
  }

  /** The matter of the path and its kind under the policy it is bound to. */
  private async target(caller: Caller, plural: string, id: string): Promise<{ readonly kind: KindDescription; readonly head: MatterHead }> {
    if (serviceOfId(id) === undefined) throw problem('not-found');
    const { kind: name } = await this.kindOf(caller, plural);
    const head = await this.matters.get(contextOf(caller), id, name);
    if (head.matter.kind !== name) throw problem('not-found');
    return { kind: await this.policies.kind(head.matter.policy, name), head };
  }
}
