import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsOptional } from 'class-validator';
import { SERVICE_NAMES, isServiceName } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { faultAt, faultOf, problem, readQuery } from '@huiyin/platform-http';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, setInstantOfRequest } from '../callers/request-state.ts';
import { GatewayConfig } from '../config.ts';
import { readInstant, writeInstant } from '../mapping/instant.ts';
import type { Operator } from '../operators/operator.ts';
import { Advance } from './advance.service.ts';
import { Quiet } from './quiet.service.ts';

export class MoveClockBody {
  @IsISO8601({ strict: true }) to!: string;
  /** Services that are stopped on purpose and not waited for. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsIn([...SERVICE_NAMES], { each: true }) except?: ServiceName[];
}

/** The clock of a simulated operator, on systems started for demo or test. */
@Controller('v1/simulation')
export class SimulationController {
  constructor(
    private readonly config: GatewayConfig,
    private readonly advance: Advance,
    private readonly quiet: Quiet,
  ) {}

  @Get('clock')
  clock(@CurrentCaller() caller: Caller) {
    const operator = this.simulated(caller);
    return { now: writeInstant(operator.now, operator.zone) };
  }

  @Post('clock')
  @HttpCode(200)
  async move(@CurrentCaller() caller: Caller, @Body() body: MoveClockBody, @Req() request: FastifyRequest) {
    const operator = this.simulated(caller);
    const to = readInstant(body.to);
    if (to === undefined) throw problem('invalid', { errors: [faultAt('/to', 'wrong-format', { type: 'RFC 3339' })] });
    const { now, fired } = await this.advance.to(operator, to, body.except ?? []);
    const shown = writeInstant(now, operator.zone);
    setInstantOfRequest(request, shown);
    return { now: shown, fired };
  }

  @Get('quiet')
  async settled(@CurrentCaller() caller: Caller, @Query() query: Record<string, unknown>) {
    const operator = this.simulated(caller);
    const { except } = readQuery(query, ['except']);
    const named = except === undefined ? [] : except.split(',');
    if (!named.every(isServiceName)) throw problem('invalid-parameter', { errors: [faultOf('except', 'not-a-choice', { choices: SERVICE_NAMES.join(', ') })] });
    const { rounds, services } = await this.quiet.reach(operator.id, named);
    return { quiet: true, now: writeInstant(operator.now, operator.zone), rounds, services };
  }

  private simulated(caller: Caller): Operator {
    if (!this.config.simulation) throw problem('not-found');
    if (!caller.operator.simulated) throw problem('conflict', { code: 'simulation.real-time', detail: { 'zh-CN': '此经营单位使用真实时间', 'zh-TW': '此經營單位使用真實時間', en: 'This operator lives in real time' } });
    if (caller.actor.kind !== 'staff') throw problem('forbidden', { extensions: { permission: 'simulation.clock' } });
    return caller.operator;
  }
}
