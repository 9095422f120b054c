import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { oneOf, readQuery } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { Prints } from './prints.service.ts';

const PAPERS = ['a4', '241x140'] as const;

@Controller('v1/matters/:id/prints')
export class PrintsController {
  constructor(
    private readonly matters: MatterClient,
    private readonly prints: Prints,
  ) {}

  /** All copies on their own sheets, or one of them. */
  @Get(':form')
  @Header('content-type', 'text/html; charset=utf-8')
  async print(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Param('form') form: string, @Query() query: Record<string, unknown>): Promise<string> {
    const { copy, paper } = readQuery(query, ['copy', 'paper']);
    const { matter } = await this.matters.get(contextOf(caller), id);
    return this.prints.print(caller, matter, { form, ...(copy !== undefined && { copy }), paper: oneOf('paper', paper, PAPERS) ?? 'a4' }, locale);
  }
}
