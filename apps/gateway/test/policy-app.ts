import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GatewayConfig } from '../src/config.ts';
import { ServiceDoor } from '../src/door/service-door.ts';
import { dressServer, httpAdapter } from '../src/http-server.ts';
import { memoryPersistence } from '../src/persistence/memory/memory-persistence.ts';
import { PolicyRepository } from '../src/persistence/policy.repository.ts';
import { checkAnswer } from '../src/policies/check/check-answer.ts';
import type { LookedAt } from '../src/policies/check/looked-at.ts';
import { CalendarFault, PolicyCheck } from '../src/policies/check/policy-check.ts';
import type { PolicyParts } from '../src/policies/policy-parts.ts';
import { HandClock, PLATFORM_KEY } from './edge-app.ts';
import type { Answer, Ask } from './edge-app.ts';
import { HostedServices } from './hosted-services.ts';

const { GatewayModule } = await import('../src/gateway.module.ts');
const SERVICES = ['gateway', 'intake', 'dispatch'] as const;
const PASSWORD = 'a-long-test-password';

/** Looks in this thread, at the same parts once. */
class CheckHere extends PolicyCheck {
  private readonly known = new Map<string, LookedAt>();
  override async look(parts: PolicyParts): Promise<LookedAt> {
    const key = JSON.stringify(parts);
    const answer = this.known.has(key) ? { looked: this.known.get(key)! } : checkAnswer(parts);
    if ('calendar' in answer) throw new CalendarFault(answer.calendar.field, answer.calendar.rule);
    if ('failed' in answer) throw new Error(answer.failed);
    this.known.set(key, answer.looked);
    return answer.looked;
  }
}

/** The gateway over HTTP with real policies and real matter hosts, all in memory; one operator under S2.4 with its people. */
export async function policyApp() {
  const persistence = memoryPersistence();
  const policies = (persistence.find((provider) => (provider as { provide: unknown }).provide === PolicyRepository) as { useValue: PolicyRepository }).useValue;
  const services = new HostedServices({ fetch: (hash) => policies.get(hash) }, SERVICES);
  const config = new GatewayConfig(PLATFORM_KEY, true, SERVICES, 100_000, '127.0.0.1');
  const testing = await Test.createTestingModule({ imports: [GatewayModule.over({ config, clock: new HandClock(), adapters: [...persistence, { provide: ServiceDoor, useValue: services }] })] })
    .overrideProvider(PolicyCheck)
    .useValue(new CheckHere())
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(httpAdapter());
  await dressServer(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  async function ask(method: 'GET' | 'POST', url: string, { token, body, headers = {} }: Ask = {}): Promise<Answer> {
    const answer = await app.inject({ method, url, headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers }, ...(body !== undefined && { payload: JSON.stringify(body) }) });
    return { status: answer.statusCode, headers: answer.headers, text: answer.payload, body: answer.payload === '' ? '' : JSON.parse(answer.payload) };
  }
  const sessionOf = async (operatorId: string, login: string): Promise<string> => (await ask('POST', '/v1/sessions', { body: { operatorId, login, password: PASSWORD } })).body.token;

  async function operator(people: Readonly<Record<string, string>> = { director: 'department-manager', desk: 'security-desk', clerk: 'property-clerk', manager: 'equipment-manager' }) {
    const account = { login: 'admin', password: PASSWORD };
    const opened = await ask('POST', '/v1/operators', { token: PLATFORM_KEY, body: { name: '和安物业', zone: 'Asia/Shanghai', packs: ['s2.4'], calendar: { country: 'CN', hours: '08:30-12:00,13:30-17:30' }, simulated: true, now: '2026-10-09T11:30:00+08:00', administrator: { name: 'Admin', account } } });
    const id: string = opened.body.id;
    const tokens: Record<string, string> = { admin: await sessionOf(id, 'admin') };
    for (const [login, role] of Object.entries(people)) {
      await ask('POST', '/v1/staff', { token: tokens['admin'], body: { name: login, roles: [role], account: { login, password: PASSWORD } } });
      tokens[login] = await sessionOf(id, login);
    }
    const as = (login: string) => ({
      get: (url: string, headers = {}) => ask('GET', url, { token: tokens[login], headers }),
      post: (url: string, body: unknown = {}, headers = {}) => ask('POST', url, { token: tokens[login], body, headers }),
    });
    return { id, opened, as };
  }
  return { app, ask, operator, services };
}
