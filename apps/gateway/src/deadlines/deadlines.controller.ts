import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller } from '../callers/request-state.ts';
import { EvaluateDeadlineBody } from './evaluate-deadline.body.ts';
import { EvaluateDeadline } from './evaluate-deadline.service.ts';

/** Due times without a matter. */
@Controller('v1/deadlines')
export class DeadlinesController {
  constructor(private readonly evaluation: EvaluateDeadline) {}

  @Post('evaluate')
  @HttpCode(200)
  evaluate(@CurrentCaller() caller: Caller, @Body() body: EvaluateDeadlineBody) {
    return this.evaluation.evaluate(caller, body);
  }
}
