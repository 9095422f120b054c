import { Catch, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost } from '@nestjs/common';
import { problem, ProblemFilter } from '@huiyin/platform-http';
import type { FastifyRequest } from 'fastify';

/** Which paths there are is told only to those who signed in: everyone else is asked to, whatever the path. */
@Catch()
export class GatewayProblemFilter extends ProblemFilter {
  override catch(thrown: unknown, host: ArgumentsHost): void {
    const { url, headers } = host.switchToHttp().getRequest<FastifyRequest>();
    const stranger = thrown instanceof NotFoundException && url.startsWith('/v1/') && headers.authorization === undefined;
    super.catch(stranger ? problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } }) : thrown, host);
  }
}
