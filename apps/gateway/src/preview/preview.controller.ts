import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { kebab, problem, problemOfError, writeProblem } from '@huiyin/platform-http';
import type { JsonObject, Locale } from '@huiyin/platform-http';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { MatterActs } from '../matters/matter-acts.service.ts';
import { MatterAnswers } from '../matters/matter-answers.service.ts';
import { actOf } from '../matters/route-kinds.ts';
import { Policies } from '../policies/policies.service.ts';

export class PreviewItem {
  /** Kind in kebab-case; only where the act creates. */
  @IsOptional() @IsString() @MaxLength(60) kind?: string;
  @IsOptional() @IsString() @MaxLength(60) id?: string;
  @IsString() @MaxLength(60) act!: string;
  @IsOptional() @IsObject() body?: JsonObject;
}
export class PreviewBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => PreviewItem) items!: PreviewItem[];
}

/** Dry run of acts on many matters: what each would lead to, or every reason against it. Nothing is stored. */
@Controller('v1/acts')
export class PreviewController {
  constructor(
    private readonly matters: MatterClient,
    private readonly policies: Policies,
    private readonly acts: MatterActs,
    private readonly answers: MatterAnswers,
  ) {}

  @Post('preview')
  @HttpCode(200)
  async preview(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Body() body: PreviewBody) {
    return { items: await Promise.all(body.items.map((item) => this.one(caller, locale, item))) };
  }

  private async one(caller: Caller, locale: Locale, item: PreviewItem) {
    const about = { ...(item.id !== undefined && { id: item.id }), act: kebab(item.act) };
    try {
      const target = item.id === undefined ? undefined : await this.matters.get(contextOf(caller), item.id);
      const kind = target ? await this.policies.kind(target.matter.policy, target.matter.kind) : (await this.policies.kinds(caller.operator.policy)).byWord(item.kind ?? '');
      if (!kind) throw problem('not-found');
      const { head } = await this.acts.perform(caller, { kind, act: actOf(kind, item.act, !target), body: item.body ?? {}, ...(target && { target }), preview: true });
      return { ...about, allowed: true, after: await this.answers.writeOne(caller, head, locale) };
    } catch (thrown) {
      const error = problemOfError(thrown);
      if (!error || error.facts.status >= 500) throw thrown;
      const { status, code, detail, errors } = writeProblem(error, { locale, instance: '', traceId: '' });
      return { ...about, allowed: false, status, code, ...(detail !== undefined && { detail }), errors: errors ?? [] };
    }
  }
}
