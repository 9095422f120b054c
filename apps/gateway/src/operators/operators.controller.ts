import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller } from '../callers/request-state.ts';
import { PlatformRoute } from '../callers/route-access.ts';
import { writeInstant } from '../mapping/instant.ts';
import { OpenOperatorBody } from './open-operator.body.ts';
import { OpenOperator } from './open-operator.service.ts';
import type { Operator } from './operator.ts';

@Controller('v1/operators')
export class OperatorsController {
  constructor(private readonly opening: OpenOperator) {}

  @PlatformRoute()
  @Post()
  async open(@Body() body: OpenOperatorBody) {
    const { operator, policyMatter, administrator } = await this.opening.open(body);
    return { ...writeOperator(operator, operator.now), policyId: policyMatter, administrator };
  }

  /** The caller's own operator. */
  @Get('current')
  current(@CurrentCaller() caller: Caller) {
    return writeOperator(caller.operator, caller.now);
  }
}

function writeOperator(operator: Operator, now: string) {
  const { id, name, zone, simulated, policy, matter } = operator;
  return { id, name, zone, simulated, now: writeInstant(now, zone), policyVersion: policy, matterId: matter ?? null };
}
