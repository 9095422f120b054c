import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller } from '../callers/request-state.ts';
import { OpenRoute } from '../callers/route-access.ts';
import { Callers } from '../callers/callers.service.ts';
import { Sessions } from './sessions.service.ts';
import { readToken } from './token.ts';

/** For one login from one address: enough for a person, too few for guessing. */
const SIGN_INS_PER_MINUTE = 60;

export class OpenSessionBody {
  @IsString() @MaxLength(60) operatorId!: string;
  @IsString() @MaxLength(120) login!: string;
  @IsString() @MaxLength(200) password!: string;
}

@Controller('v1/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly callers: Callers,
  ) {}

  @OpenRoute()
  @Throttle({ default: { limit: SIGN_INS_PER_MINUTE, ttl: 60_000 } })
  @Post()
  async open(@Body() body: OpenSessionBody) {
    const { token, expiresAt } = await this.sessions.open(body.operatorId, body.login, body.password);
    return { token, expiresAt, ...whoIs(await this.callers.identify(token)) };
  }

  @Get('current')
  current(@CurrentCaller() caller: Caller) {
    return whoIs(caller);
  }

  @Delete('current')
  @HttpCode(204)
  async close(@Req() request: FastifyRequest): Promise<void> {
    const token = readToken((request.headers.authorization ?? '').replace(/^Bearer\s+/i, ''));
    if (token?.kind === 'session') await this.sessions.close(token.id);
  }
}

function whoIs(caller: Caller) {
  const { actor, operator } = caller;
  return { account: { id: actor.id, kind: actor.kind, name: actor.name, roles: actor.roles }, operator: { id: operator.id, name: operator.name, zone: operator.zone, simulated: operator.simulated } };
}
