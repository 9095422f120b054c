import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Locale } from '@huiyin/platform-http';
import type { Caller } from '../../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../../callers/request-state.ts';
import { EvaluatePolicyBody } from './evaluate-policy.body.ts';
import { EvaluatePolicy } from './evaluate-policy.service.ts';

/** Computations without a trace. */
@Controller('v1/policies/evaluate')
export class EvaluateController {
  constructor(private readonly evaluation: EvaluatePolicy) {}

  @Post()
  @HttpCode(200)
  evaluate(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Body() body: EvaluatePolicyBody) {
    return this.evaluation.evaluate(caller, body, locale);
  }
}
