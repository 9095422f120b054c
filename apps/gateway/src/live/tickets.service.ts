import { Injectable } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import { newToken, readToken, secretFits } from '../accounts/token.ts';
import type { Caller } from '../callers/caller.ts';
import { Callers } from '../callers/callers.service.ts';
import { Clock } from '../operators/clock.ts';
import { TicketRepository } from '../persistence/ticket.repository.ts';

export const TICKET_MS = 60_000;

/** One-minute, one-time tickets for EventSource, which cannot send an `Authorization` header. */
@Injectable()
export class Tickets {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly callers: Callers,
    private readonly clock: Clock,
  ) {}

  async issue(caller: Caller): Promise<{ readonly ticket: string; readonly expiresAt: string }> {
    const { id, token, secretHash } = newToken('ticket');
    const expiresAtMs = this.clock.nowMs() + TICKET_MS;
    await this.tickets.insert({ id, secretHash, tenant: caller.operator.id, credential: caller.credential, expiresAtMs });
    return { ticket: token, expiresAt: new Date(expiresAtMs).toISOString() };
  }

  /** @throws ProblemError 401 */
  async redeem(text: string): Promise<Caller> {
    const token = readToken(text);
    const ticket = token?.kind === 'ticket' ? await this.tickets.take(token.id) : undefined;
    if (!token || !ticket || !secretFits(token.secret, ticket.secretHash) || ticket.expiresAtMs <= this.clock.nowMs()) throw problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
    return this.callers.ofCredential(ticket.tenant, ticket.credential);
  }
}
