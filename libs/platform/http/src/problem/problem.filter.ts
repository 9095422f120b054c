import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOfHeader } from '../locale/locale.ts';
import { traceIdOf } from '../trace/trace-id.ts';
import { problem } from './problem-error.ts';
import { problemOfError } from './problem-of-error.ts';
import { writeProblem } from './write-problem.ts';

/** Every failure of a route, also of parsing and routing, as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const traceId = traceIdOf(request);
    const known = problemOfError(thrown);
    if (!known) this.logger.error(`${request.method} ${request.url.split('?')[0]} failed, trace ${traceId}`, thrown instanceof Error ? thrown.stack : String(thrown));
    const error = known ?? problem('internal');
    if (reply.sent || reply.raw.headersSent) return;
    const locale = localeOfHeader(request.headers['accept-language']);
    const document = writeProblem(error, { locale, instance: request.url.split('?')[0] ?? '', traceId });
    void reply
      .status(document.status)
      .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'content-language': locale, 'cache-control': 'no-store', ...error.facts.headers })
      .send(JSON.stringify(document));
  }
}
