import { randomUUID } from 'node:crypto';

/** One demo account, logged in. */
export class GatewaySession {
  private constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  static async open(url: string, operatorId: string, login: string, password: string): Promise<GatewaySession> {
    const answer = await call(url, undefined, 'POST', '/v1/sessions', { operatorId, login, password });
    return new GatewaySession(url, String(answer['token']));
  }

  get(path: string): Promise<Record<string, unknown>> {
    return call(this.url, this.token, 'GET', path);
  }

  post(path: string, body: object): Promise<Record<string, unknown>> {
    return call(this.url, this.token, 'POST', path, body);
  }
}

async function call(url: string, token: string | undefined, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(url + path, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}
