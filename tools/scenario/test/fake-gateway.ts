import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface FakeOperator {
  readonly id: string;
  readonly opened: Record<string, unknown>;
  now: string;
  readonly things: Map<string, Record<string, unknown>>;
}

interface FakeAccount {
  readonly operator: FakeOperator;
  readonly login: string;
  readonly password: string;
}

/** How the fake misbehaves. */
export interface Faults {
  /** Lists show every operator's matters. */
  leaksLists?: boolean;
  /** Anyone may read any id. */
  leaksById?: boolean;
  /** Some matter has no owner. */
  ownerless?: boolean;
  parked?: boolean;
  unbalanced?: boolean;
  /** Answers of this many looks are "not yet quiet". */
  restless?: number;
  /** One operator's clock moves everybody's. */
  movesEveryClock?: boolean;
}

export const PLATFORM_KEY = 'platform-key-of-the-test';

/** A gateway of two collections, customers and requests, just enough for the runner's own tests. */
export class FakeGateway {
  readonly faults: Faults = {};
  /** `METHOD path` of everything asked, with the login that asked. */
  readonly asked: string[] = [];
  readonly operators: FakeOperator[] = [];
  private readonly accounts = new Map<string, FakeAccount>();
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));
  private count = 0;

  async start(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://fake');
    const token = request.headers.authorization?.replace('Bearer ', '');
    const account = this.accounts.get(token ?? '');
    this.asked.push(`${account?.login ?? '-'} ${request.method} ${url.pathname}`);
    let body: Record<string, unknown> = {};
    try {
      if (chunks.length > 0) body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    } catch {
      return send(response, 400, problem(400, 'malformed'));
    }
    const [status, answer] = this.route(`${request.method} ${url.pathname}`, url, body, token, account);
    send(response, status, answer, account ? { 'huiyin-now': account.operator.now } : {});
  }

  private route(route: string, url: URL, body: Record<string, unknown>, token: string | undefined, account?: FakeAccount): [number, unknown] {
    if (route === 'POST /v1/operators') return token === PLATFORM_KEY ? this.open(body) : [401, problem(401, 'unauthorised')];
    if (route === 'POST /v1/sessions') return this.logIn(body);
    if (!account) return [401, problem(401, 'unauthorised')];
    const { operator } = account;
    if (route === 'POST /v1/simulation/clock') return this.moveClock(operator, body);
    if (route === 'GET /v1/simulation/quiet') return [200, { quiet: (this.faults.restless ?? 0) <= 0 || (this.faults.restless!--, false) }];
    if (route === 'GET /v1/parked') return [200, { items: this.faults.parked ? [{ matter: 'x' }] : [] }];
    if (route === 'GET /v1/ledgers/balance') return this.faults.unbalanced ? [200, { balanced: false }] : [404, problem(404, 'not-found')];
    if (route === 'POST /v1/staff') return this.hire(operator, body);
    return this.things(route, url, body, operator);
  }

  private open(body: Record<string, unknown>): [number, unknown] {
    const operator: FakeOperator = { id: this.newId(), opened: body, now: `${body['now']}`, things: new Map() };
    this.operators.push(operator);
    const { account } = body['administrator'] as { account: { login: string; password: string } };
    this.accounts.set(`token-${this.newId()}`, { operator, ...account });
    return [201, { id: operator.id }];
  }

  private logIn(body: Record<string, unknown>): [number, unknown] {
    const found = [...this.accounts].find(
      ([, { operator, login, password }]) => operator.id === body['operatorId'] && login === body['login'] && password === body['password'],
    );
    return found ? [201, { token: found[0] }] : [401, problem(401, 'unauthorised')];
  }

  private hire(operator: FakeOperator, body: Record<string, unknown>): [number, unknown] {
    const { account, ...rest } = body as { account: { login: string; password: string } };
    this.accounts.set(`token-${this.newId()}`, { operator, ...account });
    return [201, this.keep(operator, { collection: 'staff', ...rest })];
  }

  private moveClock(operator: FakeOperator, body: Record<string, unknown>): [number, unknown] {
    for (const moved of this.faults.movesEveryClock ? this.operators : [operator]) moved.now = `${body['to']}`;
    return [200, { now: operator.now }];
  }

  private things(route: string, url: URL, body: Record<string, unknown>, operator: FakeOperator): [number, unknown] {
    const [, , collection, id, verb] = url.pathname.split('/');
    const readable = this.faults.leaksById ? this.operators : [operator];
    const found = readable.flatMap(({ things }) => things.get(id ?? '') ?? [])[0];
    if (id !== undefined && !found) return [404, { ...problem(404, 'not-found'), instance: url.pathname }];
    if (route.startsWith('GET')) return [200, id === undefined ? this.list(collection!, url, operator) : verb ? { items: [found] } : found];
    if (id === undefined) {
      if (body['room'] === 'none') return [422, { ...problem(422, 'room'), errors: [{ pointer: '/room', rule: 's2.4/10' }] }];
      return [201, this.keep(operator, { collection, state: 'registered', ...body })];
    }
    if (verb === 'account') this.accounts.set(`token-${this.newId()}`, { operator, ...(body as { login: string; password: string }) });
    else Object.assign(found!, body, { state: verb });
    return [200, found];
  }

  private list(collection: string, url: URL, operator: FakeOperator): unknown {
    if (url.searchParams.has('without')) return { items: this.faults.ownerless ? [...operator.things.values()].slice(0, 1) : [] };
    const from = this.faults.leaksLists ? this.operators : [operator];
    const all = from.flatMap(({ things }) => [...things.values()]).filter((thing) => collection === 'matters' || thing['collection'] === collection);
    return { items: all, nextCursor: null };
  }

  private keep(operator: FakeOperator, thing: Record<string, unknown>): Record<string, unknown> {
    const kept = { id: this.newId(), number: `N-${operator.things.size + 1}`, openedAt: operator.now, ...thing };
    operator.things.set(kept.id, kept);
    return kept;
  }

  private newId(): string {
    return `00000000-0000-7000-8000-${(++this.count).toString(16).padStart(12, '0')}`;
  }
}

function problem(status: number, code: string): Record<string, unknown> {
  return { type: 'about:blank', title: code, status, code };
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers });
  response.end(JSON.stringify(body));
}
