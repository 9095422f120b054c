import { jetstream } from '@nats-io/jetstream';
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { EVENT_STREAM, eventSubject } from '@huiyin/contracts-kernel';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { EventBroker } from '../ports.ts';

const MESSAGE_ID = 'Nats-Msg-Id';
const NOT_FOUND = 404;

/** A producer's connection to the event stream. Every publish waits until the server has stored the event. */
export class JetStreamBroker implements EventBroker {
  readonly #connection: NatsConnection;
  readonly #client: JetStreamClient;
  readonly #timeoutMs: number;
  #era = 0;
  constructor(connection: NatsConnection, timeoutMs = 5000) {
    this.#connection = connection;
    this.#client = jetstream(connection, { checkAPI: false, timeout: timeoutMs });
    this.#timeoutMs = timeoutMs;
    void this.#countReconnects();
  }

  era(): number {
    return this.#era;
  }

  async publish(event: MatterEvent): Promise<{ readonly streamSeq: number }> {
    const subject = eventSubject(event.service, event.aggregate, event.type);
    const stored = await this.#client.publish(subject, JSON.stringify(event), { msgID: event.id, expect: { streamName: EVENT_STREAM }, timeout: this.#timeoutMs });
    return { streamSeq: stored.seq };
  }

  /** Asked of the stream itself: a service has no right to anything but single messages. */
  async idAt(streamSeq: number): Promise<string | undefined> {
    const reply = await this.#connection.request(`$JS.API.DIRECT.GET.${EVENT_STREAM}`, JSON.stringify({ seq: streamSeq }), { timeout: this.#timeoutMs });
    const status = reply.headers?.code ?? 0;
    if (status === NOT_FOUND) return undefined;
    if (status !== 0) throw new Error(`The stream does not answer for sequence ${streamSeq}: ${status} ${reply.headers?.description ?? ''}`);
    return reply.headers?.get(MESSAGE_ID);
  }

  async #countReconnects(): Promise<void> {
    for await (const status of this.#connection.status()) if (status.type === 'disconnect' || status.type === 'reconnect') this.#era += 1;
  }
}
