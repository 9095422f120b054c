import type { IncomingMessage } from 'node:http';
import type { HttpAdapterHost } from '@nestjs/core';
import { Histogram } from 'prom-client';
import { correlationIdOf } from '../context/correlation-id.ts';
import { runWithLogContext } from '../context/log-context.ts';
import type { ServiceMetrics } from '../metrics/service-metrics.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface HookedRequest { readonly raw: IncomingMessage; readonly method: string; readonly routeOptions?: { readonly url?: string } }
interface HookedReply { readonly statusCode: number; readonly elapsedTime: number; header(name: string, value: string): unknown }
interface HookedServer {
  addHook(name: 'onRequest', hook: (request: HookedRequest, reply: HookedReply, done: () => void) => void): void;
  addHook(name: 'onResponse', hook: (request: HookedRequest, reply: HookedReply, done: () => void) => void): void;
}

/**
 * Hooks of fastify rather than Nest middleware, so that what no controller serves is seen as well.
 * Opens the log context of each request, tells the client its correlation id, and measures every answer by method,
 * route template and status; an unknown path counts as `unmatched`, whatever it says.
 */
export function hookRequests(host: HttpAdapterHost, service: string, metrics: ServiceMetrics): void {
  if (host.httpAdapter?.getType?.() !== 'fastify') return;
  const duration = new Histogram({ name: 'huiyin_http_request_duration_seconds', help: 'Answered HTTP requests.', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [metrics.registry] });
  const server = host.httpAdapter.getInstance() as HookedServer;
  server.addHook('onRequest', (request, reply, done) => {
    const correlationId = correlationIdOf(request.raw);
    reply.header('X-Correlation-Id', correlationId);
    runWithLogContext({ correlationId, service }, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    duration.observe({ method: request.method, route: request.routeOptions?.url ?? 'unmatched', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}
