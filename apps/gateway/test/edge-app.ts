import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GatewayConfig } from '../src/config.ts';
import { ServiceDoor } from '../src/door/service-door.ts';
import { dressServer, httpAdapter } from '../src/http-server.ts';
import { Clock } from '../src/operators/clock.ts';
import { memoryPersistence } from '../src/persistence/memory/memory-persistence.ts';
import { MakePolicy } from '../src/policies/make-policy.service.ts';
import { Policies } from '../src/policies/policies.service.ts';
import { describedPolicies } from './described-policies.ts';
import { FakeServices } from './fake-services.ts';

// The throttler is CommonJS and requires Nest, which is ESM: jest links both at once unless Nest is there before.
await import('@nestjs/throttler');
const { Accounts } = await import('../src/accounts/accounts.service.ts');
const { GatewayModule } = await import('../src/gateway.module.ts');

export const PLATFORM_KEY = 'platform-key-of-the-tests';

export class HandClock extends Clock {
  ms = Date.parse('2026-10-09T03:30:00.000Z');
  override nowMs(): number {
    return this.ms;
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: any;
  readonly text: string;
}
export interface Ask {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The gateway's HTTP edge over services and repositories in memory, and a policy of described kinds. */
export async function edgeApp(config: Partial<GatewayConfig> = {}) {
  const services = new FakeServices();
  const clock = new HandClock();
  const settings = new GatewayConfig(PLATFORM_KEY, config.simulation ?? true, config.services ?? ['gateway', 'intake', 'dispatch'], config.requestsPerMinute ?? 100_000, '127.0.0.1');
  const testing = await Test.createTestingModule({ imports: [GatewayModule.over({ config: settings, clock, adapters: [...memoryPersistence(), { provide: ServiceDoor, useValue: services }] })] })
    .overrideProvider(Policies)
    .useValue(describedPolicies())
    .overrideProvider(MakePolicy)
    .useValue({ make: async () => ({ hash: 'p' }) })
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(httpAdapter());
  const routes: { method: string; path: string }[] = [];
  app.getHttpAdapter().getInstance().addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((each) => ({ method: each, path: url }))));
  await dressServer(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, { token, body, headers = {} }: Ask = {}): Promise<Answer> {
    const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const type = body === undefined || headers['content-type'] !== undefined ? {} : { 'content-type': 'application/json' };
    const answer = await app.inject({ method, url, headers: { ...type, ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers }, ...(payload !== undefined && { payload: payload as string }) });
    const json = /json/.test(String(answer.headers['content-type'])) && answer.payload !== '';
    return { status: answer.statusCode, headers: answer.headers, text: answer.payload, body: json ? JSON.parse(answer.payload) : answer.payload };
  }

  async function operator(name = '和安物业') {
    const account = { login: 'admin', password: 'password-of-admin' };
    const opened = await ask('POST', '/v1/operators', { token: PLATFORM_KEY, body: { name, zone: 'Asia/Shanghai', packs: ['s2.4'], simulated: true, now: '2026-10-09T11:30:00+08:00', administrator: { name: 'Admin', account } } });
    const session = await ask('POST', '/v1/sessions', { body: { operatorId: opened.body.id, ...account } });
    return { id: opened.body.id as string, token: session.body.token as string, opened, session };
  }

  return { app, ask, operator, services, clock, routes, accounts: app.get(Accounts) };
}
