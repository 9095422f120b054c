import { Body, Controller, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { etagOf, readQuery, switchOf } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { MatterAnswers } from '../matters/matter-answers.service.ts';
import { commandKey, expectedVersion } from '../matters/request-conditions.ts';
import { RebindBody } from './rebind.body.ts';
import { Rebind } from './rebind.service.ts';

/** Binding a matter to another policy. */
@Controller('v1/matters/:id/rebind')
export class RebindController {
  constructor(
    private readonly rebinding: Rebind,
    private readonly answers: MatterAnswers,
  ) {}

  @Post()
  @HttpCode(200)
  async rebind(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Query() query: Record<string, unknown>, @Body() body: RebindBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const preview = switchOf('preview', readQuery(query, ['preview'])['preview']) ?? false;
    const { head, rebinding } = await this.rebinding.rebind(caller, id, { body, preview, expectedVersion: preview ? undefined : expectedVersion(request, caller), key: commandKey(request, caller) });
    void reply.header('etag', etagOf(head.version));
    return { preview, matter: await this.answers.writeOne(caller, head, locale), ...(await this.rebinding.write(caller, rebinding, locale)) };
  }
}
