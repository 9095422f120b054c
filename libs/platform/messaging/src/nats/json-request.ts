import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import type { Reports } from '../settings/reports.ts';

/** The other side answered that it could not do it. */
export class AnswerFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AnswerFault';
  }
}

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

/**
 * Asks over core NATS with JSON.
 * @throws TimeoutError, NoRespondersError or AnswerFault
 */
export async function ask<Reply>(connection: NatsConnection, subject: string, body: unknown, timeoutMs: number): Promise<Reply> {
  const message = await connection.request(subject, JSON.stringify(body), { timeout: timeoutMs });
  const answer = message.json<Answer>();
  if (!answer.ok) throw new AnswerFault(answer.reason);
  return answer.value as Reply;
}

/** Answers requests on a subject, shared among the instances of a queue group. */
export function answer<Body, Reply>(connection: NatsConnection, subject: string, queue: string, handle: (body: Body) => Promise<Reply>, reports: Reports): Subscription {
  const reply = async (message: Msg): Promise<void> => {
    let result: Answer;
    try {
      result = { ok: true, value: await handle(message.json<Body>()) };
    } catch (error) {
      reports.warn({ subject, reason: String(error) }, 'A request could not be answered');
      result = { ok: false, reason: error instanceof Error ? error.message : String(error) };
    }
    message.respond(JSON.stringify(result));
  };
  return connection.subscribe(subject, {
    queue,
    callback: (error, message) => {
      if (error) reports.error({ subject, reason: error.message }, 'The subscription was refused');
      else void reply(message).catch((failed: unknown) => reports.warn({ subject, reason: String(failed) }, 'An answer could not be sent'));
    },
  });
}
