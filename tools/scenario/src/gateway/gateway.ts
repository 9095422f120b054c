import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../json.ts';
import type { Answer } from './answer.ts';

export interface Request {
  readonly method: string;
  /** Begins with `/`; names are already inserted. */
  readonly path: string;
  readonly query?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** Bearer token; none: the request goes without one. */
  readonly token?: string;
}

const LONGEST_ANSWER_MS = 120_000;

/** Talks to one gateway. Every POST carries an idempotency key of its own unless the request brings one. */
export class Gateway {
  private readonly url: string;

  /** `url`: `http://host:port`, without `/v1`. */
  constructor(url: string) {
    this.url = url.replace(/\/+$/, '');
  }

  /** The answer, whatever its status. Throws where no answer comes. */
  async send(request: Request): Promise<Answer> {
    const headers = new Headers(request.headers);
    if (request.token && !headers.has('authorization')) headers.set('authorization', `Bearer ${request.token}`);
    if (request.method === 'POST' && !headers.has('idempotency-key')) headers.set('idempotency-key', randomUUID());
    const response = await fetch(this.url + request.path + queryOf(request.query), {
      method: request.method,
      headers,
      body: bodyOf(request.body, headers),
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text, response.headers) };
  }
}

/** A text with a content type of its own goes as it is, so that malformed JSON can be sent. */
function bodyOf(body: Json | undefined, headers: Headers): string | undefined {
  if (body === undefined) return undefined;
  if (typeof body === 'string' && headers.has('content-type')) return body;
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return JSON.stringify(body);
}

function queryOf(query: JsonObject | undefined): string {
  const pairs = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) pairs.append(key, typeof item === 'string' ? item : JSON.stringify(item));
  }
  return pairs.size > 0 ? `?${pairs}` : '';
}

function parse(text: string, headers: Headers): Json {
  if (text === '') return null;
  if (!/[/+]json\b/.test(headers.get('content-type') ?? '')) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
