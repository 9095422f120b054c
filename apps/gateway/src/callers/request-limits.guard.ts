import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { readToken } from '../accounts/token.ts';

/** Counts requests by session or key, and by address where there is none; sign-ins also by login, so that guessing is slow. */
@Injectable()
export class RequestLimits extends ThrottlerGuard {
  protected override async getTracker(request: Record<string, unknown>): Promise<string> {
    const { headers, ip, url, body } = request as unknown as FastifyRequest;
    const token = readToken((headers.authorization ?? '').replace(/^Bearer\s+/i, ''));
    if (token) return `${token.kind}:${token.id}`;
    const login = url.startsWith('/v1/sessions') ? JSON.stringify([(body as { operatorId?: unknown } | undefined)?.operatorId, (body as { login?: unknown } | undefined)?.login]) : '';
    return `address:${ip}:${createHash('sha256').update(login).digest('base64url').slice(0, 16)}`;
  }
}
