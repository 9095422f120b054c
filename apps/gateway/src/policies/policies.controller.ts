import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { cursorFor, etagOf, limitOf, positionOf, problem, readQuery } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { MatterHead } from '@huiyin/contracts-kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { MatterAnswers } from '../matters/matter-answers.service.ts';
import { bodyObject } from '../matters/body-object.ts';
import { commandKey, expectedVersion } from '../matters/request-conditions.ts';
import { writeFinding } from './check/finding-fault.ts';
import { AdoptPolicy } from './changes/adopt-policy.service.ts';
import { DraftPolicy } from './changes/draft-policy.service.ts';
import { PolicyChangeBody } from './changes/policy-change.body.ts';
import { PolicyHistory } from './changes/policy-history.service.ts';

const HASH = /^[0-9a-f]{64}$/;

/** The operator's policy: which was in force when, and how it is changed by two people. */
@Controller('v1/policies')
export class PoliciesController {
  constructor(
    private readonly drafting: DraftPolicy,
    private readonly adoption: AdoptPolicy,
    private readonly history: PolicyHistory,
    private readonly answers: MatterAnswers,
  ) {}

  @Get()
  async list(@CurrentCaller() caller: Caller, @Query() query: Record<string, unknown>) {
    const read = readQuery(query, ['limit', 'cursor']);
    const start = read['cursor'] === undefined ? 0 : Number(positionOf(['policies'], read['cursor']));
    const { items, next } = await this.history.page(caller, start, limitOf(read['limit']));
    return { items, nextCursor: next === undefined ? null : cursorFor(['policies'], String(next)) };
  }

  @Post()
  async draft(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Body() body: PolicyChangeBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const drafted = await this.drafting.draft(caller, body, commandKey(request, caller));
    void reply.header('location', `/v1/policies/${drafted.head.matter.id}`);
    return { ...(await this.whole(caller, locale, drafted.head, reply)), ...(await this.history.write(caller, drafted, locale)), warnings: drafted.warnings.map(writeFinding) };
  }

  /** By its hash: one that this operator has adopted. By its id: a change as it stands. */
  @Get(':id')
  async get(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    if (HASH.test(id)) return this.history.byHash(caller, id);
    return this.whole(caller, locale, await this.adoption.draft(caller, id), reply);
  }

  /** What a drafted change would do to the matters that are open now. */
  @Get(':id/witnesses')
  async witnesses(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string) {
    const { matter } = await this.adoption.draft(caller, id);
    return this.history.witnesses(caller, matter, locale);
  }

  @Post(':id/consent')
  @HttpCode(200)
  consent(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.act(caller, locale, id, 'consent', body, request, reply);
  }

  @Post(':id/adopt')
  @HttpCode(200)
  adopt(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.act(caller, locale, id, 'adopt', body, request, reply);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  withdraw(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.act(caller, locale, id, 'withdraw', body, request, reply);
  }

  /** A policy is drafted by `POST /v1/policies` alone, which looks at it first. */
  @Post(':id')
  refuse(): never {
    throw problem('not-found');
  }

  private async act(caller: Caller, locale: Locale, id: string, act: 'consent' | 'adopt' | 'withdraw', body: unknown, request: FastifyRequest, reply: FastifyReply) {
    const head = await this.adoption.act(caller, id, act, bodyObject(body), { expectedVersion: expectedVersion(request, caller), key: commandKey(request, caller) });
    return this.whole(caller, locale, head, reply);
  }

  private whole(caller: Caller, locale: Locale, head: MatterHead, reply: FastifyReply) {
    void reply.header('etag', etagOf(head.version));
    return this.answers.writeOne(caller, head, locale);
  }
}
