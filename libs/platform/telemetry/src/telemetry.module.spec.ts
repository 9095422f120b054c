import { Controller, Get, Inject, Module } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { NativeLogger, PinoLogger } from 'nestjs-pino';
import { addToLogContext, runWithLogContext } from './context/log-context.ts';
import { relayNotStuck, serverReachable } from './health/probes.ts';
import { DrainSequence } from './shutdown/drain-sequence.ts';
import { enableGracefulShutdown } from './shutdown/graceful-shutdown.ts';
import { TelemetryModule } from './telemetry.module.ts';

const NOW = Date.parse('2026-03-02T01:00:00.000Z');
const lines: string[] = [];
const server = { up: true, oldest: undefined as string | undefined };

@Controller('orders')
class OrdersController {
  constructor(@Inject(PinoLogger) private readonly logger: PinoLogger) {}
  @Get(':id')
  async one() {
    addToLogContext({ tenant: 'op-1', matterId: 'wo-1' });
    await Promise.resolve();
    this.logger.logger.child({ owner: { phone: '13800000009' } }).info({ body: { customerName: '张三', phone: '13800000001' } }, 'order of 13800000001');
    return { id: 'wo-1' };
  }
}

@Module({
  imports: [
    TelemetryModule.forServiceAsync({
      service: 'dispatch',
      processMetrics: false,
      metricsToken: 'scrape',
      destination: { write: (line) => void lines.push(line) },
      inject: ['server'],
      imports: [{ module: class ServerModule {}, providers: [{ provide: 'server', useValue: server }], exports: ['server'] }],
      useSources: (given: typeof server) => ({
        indicators: [
          serverReachable('mongo', async () => { if (!given.up) throw new Error('no primary'); }),
          relayNotStuck(async () => given.oldest, { limitSeconds: 60, nowMs: () => NOW }),
        ],
        gauges: [{ name: 'parked_matters', help: 'x', read: () => 3 }],
      }),
    }),
  ],
  controllers: [OrdersController],
})
class AppModule {}

describe('telemetry of a service on fastify', () => {
  let app: NestFastifyApplication;
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });

  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [AppModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { bufferLogs: true });
    app.useLogger(app.get(NativeLogger));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  beforeEach(() => { lines.length = 0; server.up = true; server.oldest = undefined; });
  afterAll(() => app.close());

  it('lives and is ready while its servers answer and nothing waits', async () => {
    expect((await get('/health/live')).json()).toEqual({ status: 'ok' });
    const ready = await get('/health/ready');
    expect(ready.statusCode).toBe(200);
    expect(ready.json().details).toMatchObject({ mongo: { status: 'up' }, relay: { status: 'up', oldestSeconds: 0 }, process: { status: 'up' } });
  });

  it('is not ready, by name, when a server does not answer, and lives all the same', async () => {
    server.up = false;
    const ready = await get('/health/ready');
    expect(ready.statusCode).toBe(503);
    expect(ready.json().error).toMatchObject({ mongo: { status: 'down', message: 'no primary' } });
    expect((await get('/health/live')).statusCode).toBe(200);
  });

  it('is not ready when an event waits longer than the limit, and ready at the limit', async () => {
    server.oldest = '2026-03-02T00:59:00.000Z';
    expect((await get('/health/ready')).statusCode).toBe(200);
    server.oldest = '2026-03-02T00:58:59.000Z';
    const late = await get('/health/ready');
    expect(late.statusCode).toBe(503);
    expect(late.json().error.relay.message).toContain('61 s');
  });

  it('shows gauges and measured routes to who has the token, and nothing to who has not', async () => {
    await get('/orders/1');
    await get('/nowhere/13800000001');
    expect((await get('/metrics')).statusCode).toBe(401);
    expect((await get('/metrics', { authorization: 'Bearer other' })).statusCode).toBe(401);
    const metrics = await get('/metrics', { authorization: 'Bearer scrape' });
    expect(metrics.headers['content-type']).toContain('text/plain');
    expect(metrics.body).toContain('huiyin_parked_matters{service="dispatch"} 3');
    expect(metrics.body).toMatch(/huiyin_http_request_duration_seconds_count\{service="dispatch",method="GET",route="\/orders\/:id",status="200"\} 1/);
    expect(metrics.body).not.toContain('13800000001');
  });

  it('logs one line per request with correlation, tenant and matter, and no personal data on any path', async () => {
    const answer = await get('/orders/1?phone=13800000002', { 'x-correlation-id': 'call-7', authorization: 'Bearer secret-token-1' });
    expect(answer.headers['x-correlation-id']).toBe('call-7');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const records = lines.map((line) => JSON.parse(line));
    expect(records).toHaveLength(2);
    for (const record of records) expect(record).toMatchObject({ service: 'dispatch', correlationId: 'call-7', tenant: 'op-1', matterId: 'wo-1', level: 'info' });
    expect(records[0]).toMatchObject({ msg: 'order of 138****0001', body: { customerName: '[personal]', phone: '138****0001' }, owner: { phone: '138****0009' } });
    expect(records[1]).toMatchObject({ req: { method: 'GET', url: '/orders/1?phone=138****0002' }, res: { statusCode: 200 } });
    expect(lines.join()).not.toMatch(/1380000000|secret-token|张三/);
  });

  it('makes up a correlation id when the given one is malformed, and takes the trace id where there is one', async () => {
    expect((await get('/orders/1', { 'x-correlation-id': 'a b\n' })).headers['x-correlation-id']).toMatch(/^[\da-f-]{36}$/);
    const trace = '0af7651916cd43dd8448eb211c80319c';
    expect((await get('/orders/1', { traceparent: `00-${trace}-b7ad6b7169203331-01` })).headers['x-correlation-id']).toBe(trace);
  });

  it('logs no line for health and metrics, and carries a context outside of requests', async () => {
    await get('/health/live');
    expect(lines).toHaveLength(0);
    runWithLogContext({ correlationId: 'evt-1', service: 'intake' }, () => app.get(NativeLogger).log('applied'));
    expect(JSON.parse(lines[0]!)).toMatchObject({ correlationId: 'evt-1', service: 'intake', msg: 'applied' });
  });

  it('drains before it closes, and is not ready any more meanwhile', async () => {
    const seen: string[] = [];
    const drain = enableGracefulShutdown(app, { announceMs: 1 });
    expect(drain).toBe(app.get(DrainSequence));
    drain.add({ phase: 'connections', name: 'mongo', drain: async () => seen.push('connections') });
    drain.add({ phase: 'relay', name: 'relay', drain: async () => seen.push(`relay, ready ${(await get('/health/ready')).statusCode}`) });
    await app.get(DrainSequence).beforeApplicationShutdown();
    expect(seen).toEqual(['relay, ready 503', 'connections']);
    const ready = await get('/health/ready');
    expect(ready.statusCode).toBe(503);
    expect(ready.json().error.process).toMatchObject({ status: 'down', message: 'draining' });
  });
});
