import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, Res, SetMetadata, UnauthorizedException } from '@nestjs/common';
import { OPEN_ROUTE, UNLIMITED_ROUTE } from '../telemetry-paths.ts';
import { METRICS_TOKEN } from '../telemetry-tokens.ts';
import { ServiceMetrics } from './service-metrics.ts';

/** `GET /metrics` for Prometheus; behind a bearer token where one is set. */
@SetMetadata(UNLIMITED_ROUTE, true)
@SetMetadata(OPEN_ROUTE, true)
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: ServiceMetrics,
    @Inject(METRICS_TOKEN) private readonly token: string | null,
  ) {}

  @Get()
  async read(@Headers('authorization') authorization: string | undefined, @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown }): Promise<string> {
    if (this.token !== null && !same(authorization ?? '', `Bearer ${this.token}`)) throw new UnauthorizedException();
    reply.header('Content-Type', this.metrics.contentType);
    return this.metrics.text();
  }
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
