import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { faultOf, problem, readQuery } from '@huiyin/platform-http';
import { mayRead } from '@huiyin/platform-matters';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller } from '../callers/request-state.ts';
import { TicketRoute } from '../callers/route-access.ts';
import { Callers } from '../callers/callers.service.ts';
import { writeInstant } from '../mapping/instant.ts';
import { LiveFeed } from './live-feed.service.ts';
import { Tickets } from './tickets.service.ts';
import { streamLine } from './stream-line.ts';

const BEAT_MS = 15_000;
/** The reader is looked up anew this often: roles taken away and sessions closed end the stream. */
const RECHECK_MS = 30_000;

@Controller('v1/events')
export class EventsController implements OnModuleDestroy {
  private readonly open = new Set<AbortController>();

  constructor(
    private readonly live: LiveFeed,
    private readonly tickets: Tickets,
    private readonly callers: Callers,
  ) {}

  @Post('tickets')
  ticket(@CurrentCaller() caller: Caller) {
    return this.tickets.issue(caller);
  }

  /** Server-sent events of everything the caller may read; `Last-Event-ID` resumes after that event. */
  @TicketRoute()
  @Get('stream')
  async stream(@CurrentCaller() caller: Caller, @Query() query: Record<string, unknown>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    readQuery(query, ['ticket', 'lastEventId']);
    const from = positionOfRequest(request, query['lastEventId']) ?? (await this.live.last(caller.operator.id));
    const ended = new AbortController();
    this.open.add(ended);
    request.raw.on('close', () => ended.abort());
    reply.hijack();
    const headers = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
    reply.raw.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', connection: 'keep-alive', 'x-accel-buffering': 'no', 'huiyin-now': writeInstant(caller.now, caller.operator.zone) });
    reply.raw.write('retry: 2000\n\n');
    try {
      await this.pump(caller, from, reply, ended.signal);
    } finally {
      this.open.delete(ended);
      reply.raw.end();
    }
  }

  /** A process that goes ends its streams; readers resume elsewhere by `Last-Event-ID`. */
  onModuleDestroy(): void {
    for (const stream of this.open) stream.abort();
  }

  private async pump(caller: Caller, from: number, reply: FastifyReply, signal: AbortSignal): Promise<void> {
    let reader = caller;
    let [beatAt, checkAt] = [performance.now() + BEAT_MS, performance.now() + RECHECK_MS];
    for await (const entry of this.live.follow(caller.operator.id, from, signal)) {
      if (performance.now() > checkAt) {
        const known = await this.callers.ofCredential(caller.operator.id, caller.credential).catch(() => undefined);
        if (!known) return;
        [reader, checkAt] = [known, performance.now() + RECHECK_MS];
      }
      if (entry && mayRead(entry.event.readers, reader.readers)) reply.raw.write(streamLine(entry, reader.operator.zone));
      else if (performance.now() > beatAt) reply.raw.write(': beat\n\n');
      else continue;
      beatAt = performance.now() + BEAT_MS;
    }
  }
}

function positionOfRequest(request: FastifyRequest, parameter: unknown): number | undefined {
  const given = request.headers['last-event-id'] ?? parameter;
  if (given === undefined || given === '') return undefined;
  if (typeof given !== 'string' || !/^\d{1,15}$/.test(given)) throw problem('invalid-parameter', { errors: [faultOf('Last-Event-ID', 'wrong-format', { type: 'number' })] });
  return Number(given);
}
