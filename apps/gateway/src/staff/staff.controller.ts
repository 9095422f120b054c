import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import type { MatterHead } from '@huiyin/contracts-kernel';
import { cursorFor, etagOf, limitOf, positionOf, problem, readQuery, switchOf } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { LIST_PARAMETERS, filterNames, readFilter } from '../matters/list-filter.ts';
import { MatterAnswers } from '../matters/matter-answers.service.ts';
import { commandKey, expectedVersion } from '../matters/request-conditions.ts';
import { Policies } from '../policies/policies.service.ts';
import { Staff, STAFF_KIND } from './staff.service.ts';

/** The operator's directory: members of staff and their accounts. */
@Controller('v1/staff')
export class StaffController {
  constructor(
    private readonly staff: Staff,
    private readonly matters: MatterClient,
    private readonly policies: Policies,
    private readonly answers: MatterAnswers,
  ) {}

  @Post()
  async hire(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { head, login } = await this.staff.hire(caller, body, commandKey(request, caller));
    void reply.header('location', `/v1/staff/${head.matter.id}`);
    return { ...(await this.answer(caller, locale, head, reply)), login: login ?? null };
  }

  @Get()
  async list(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Query() query: Record<string, unknown>) {
    const kind = await this.policies.kind(caller.operator.policy, STAFF_KIND);
    const read = readQuery(query, [...LIST_PARAMETERS.filter((name) => name !== 'sort'), ...filterNames(kind)]);
    const filter = readFilter(kind, read);
    const scope = ['staff', filter];
    const after = read['cursor'] === undefined ? {} : { after: positionOf(scope, read['cursor']) };
    const count = switchOf('count', read['count']) ? { count: true } : {};
    const page = await this.matters.list('gateway', { context: contextOf(caller), kind: STAFF_KIND, filter, sort: 'openedAt', limit: limitOf(read['limit']), ...after, ...count });
    return { items: await this.answers.write(caller, page.items, locale), nextCursor: page.next === undefined ? null : cursorFor(scope, page.next), ...(page.count !== undefined && { count: page.count }) };
  }

  @Get(':id')
  async get(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(caller, locale, await this.member(caller, id), reply);
  }

  @Patch(':id')
  async change(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const target = await this.member(caller, id);
    return this.answer(caller, locale, await this.staff.change(caller, target, body, expectedVersion(request, caller)), reply);
  }

  /** `leave`, `absent` and what packs add. */
  @Post(':id/:act')
  @HttpCode(200)
  async act(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Param('act') act: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const target = await this.member(caller, id);
    return this.answer(caller, locale, await this.staff.act(caller, target, act, body, expectedVersion(request, caller), commandKey(request, caller)), reply);
  }

  private async member(caller: Caller, id: string): Promise<MatterHead> {
    const head = await this.matters.get(contextOf(caller), id, STAFF_KIND);
    if (head.matter.kind !== STAFF_KIND) throw problem('not-found');
    return head;
  }

  private answer(caller: Caller, locale: Locale, head: MatterHead, reply: FastifyReply) {
    void reply.header('etag', etagOf(head.version));
    return this.answers.writeOne(caller, head, locale);
  }
}
