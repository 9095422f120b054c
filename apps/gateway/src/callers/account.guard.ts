import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { serviceOfId } from '@huiyin/contracts-kernel';
import { problem } from '@huiyin/platform-http';
import { addToLogContext } from '@huiyin/platform-telemetry';
import type { FastifyRequest } from 'fastify';
import { GatewayConfig } from '../config.ts';
import { Tickets } from '../live/tickets.service.ts';
import { ADMINISTRATOR_ROLE, hasRole } from './caller.ts';
import { Callers } from './callers.service.ts';
import { setCaller } from './request-state.ts';
import { ADMINISTRATOR_ROUTE, OPEN_ROUTE, PLATFORM_ROUTE, TICKET_ROUTE } from './route-access.ts';

/** Every route asks for an account unless it says otherwise. */
@Injectable()
export class AccountGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly tickets: Tickets,
    private readonly config: GatewayConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const says = (what: string): boolean => this.reflector.getAllAndOverride<boolean>(what, [context.getHandler(), context.getClass()]) === true;
    if (says(OPEN_ROUTE)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (says(PLATFORM_ROUTE)) return this.platform(bearer);
    const ticket = (request.query as Record<string, unknown> | undefined)?.['ticket'];
    if (bearer === undefined && says(TICKET_ROUTE) && typeof ticket === 'string') {
      setCaller(request, await this.tickets.redeem(ticket));
      return true;
    }
    if (bearer === undefined) throw problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
    const caller = await this.callers.identify(bearer);
    setCaller(request, caller);
    const { id } = request.params as { readonly id?: string };
    addToLogContext({ tenant: caller.operator.id, actorId: caller.actor.id, ...(id && serviceOfId(id) ? { matterId: id } : {}) });
    if (says(ADMINISTRATOR_ROUTE) && !hasRole(caller, ADMINISTRATOR_ROLE)) throw problem('forbidden', { extensions: { permission: ADMINISTRATOR_ROLE } });
    return true;
  }

  private platform(bearer: string | undefined): true {
    const [given, key] = [Buffer.from(bearer ?? ''), Buffer.from(this.config.platformKey)];
    if (key.length === 0 || given.length !== key.length || !timingSafeEqual(given, key)) throw problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
    return true;
  }
}
