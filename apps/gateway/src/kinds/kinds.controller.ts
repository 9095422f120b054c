import { Controller, Get, Param } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { Policies } from '../policies/policies.service.ts';
import { writeKind, writeKindSummary } from './write-kind.ts';

/** Kinds under the caller's policy in force. */
@Controller('v1/kinds')
export class KindsController {
  constructor(private readonly policies: Policies) {}

  @Get()
  async list(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale) {
    const kinds = await this.policies.kinds(caller.operator.policy);
    return { items: kinds.all().map((kind) => writeKindSummary(kind, locale)), nextCursor: null };
  }

  @Get(':kind')
  async get(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('kind') word: string) {
    const kinds = await this.policies.kinds(caller.operator.policy);
    const kind = kinds.byWord(word);
    if (!kind) throw problem('not-found');
    return writeKind(kinds.policy, kind, locale);
  }
}
