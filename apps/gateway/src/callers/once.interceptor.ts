import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { AnswerStore, once, readIdempotencyKey, requestHash } from '@huiyin/platform-http';
import type { StoredAnswer } from '@huiyin/platform-http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { Clock } from '../operators/clock.ts';
import { idempotencyScope } from './idempotency-scope.ts';
import { callerOf } from './request-state.ts';

const KEPT_HEADERS = ['etag', 'location'] as const;
/** Answers with secrets that are shown once are not kept. */
const NEVER_KEPT = /^\/v1\/(?:sessions|api-keys|events\/tickets)(?:[/?]|$)/;

/** Makes every POST safe to send twice. */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(
    private readonly answers: AnswerStore,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (request.method !== 'POST') return next.handle();
    const caller = callerOf(request);
    const key = readIdempotencyKey(request.headers['idempotency-key'], caller?.apiClient === true);
    if (key === undefined || NEVER_KEPT.test(request.url)) return next.handle();
    return from(this.answered(`${idempotencyScope(caller)}|${key}`, request, reply, next));
  }

  private async answered(key: string, request: FastifyRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const hash = requestHash(request.method, request.url, request.body ?? null);
    const work = async (): Promise<StoredAnswer> => {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      return { status: reply.statusCode, headers: keptHeaders(reply), body };
    };
    const { answer, replayed } = await once(this.answers, { key, requestHash: hash }, () => this.clock.nowMs(), work);
    if (replayed) void reply.headers({ ...answer.headers, 'idempotency-replayed': 'true' });
    return answer.body;
  }
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(KEPT_HEADERS.flatMap((name) => (reply.getHeader(name) === undefined ? [] : [[name, String(reply.getHeader(name))]])));
}
