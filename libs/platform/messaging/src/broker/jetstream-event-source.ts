import { jetstream } from '@nats-io/jetstream';
import type { JetStreamClient, JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { consumerName, EVENT_STREAM } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';
import type { Delivery } from '../ports.ts';
import type { Deliver, EventSource, OpenPartition } from './event-source.port.ts';

/** Pull consumers of one service, one per partition; they are created by whoever provisions the servers. */
export class JetStreamEventSource implements EventSource {
  readonly #client: JetStreamClient;
  readonly #service: ServiceName;
  readonly #most: number;
  /** @param most messages given out and not yet acknowledged */
  constructor(connection: NatsConnection, service: ServiceName, most = 256) {
    this.#client = jetstream(connection, { checkAPI: false });
    this.#service = service;
    this.#most = most;
  }

  async open(partition: number, deliver: Deliver): Promise<OpenPartition> {
    const consumer = await this.#client.consumers.get(EVENT_STREAM, consumerName(this.#service, partition));
    // As a callback nothing waits unseen in the client's buffer: whatever arrives can be given back on closing.
    const messages = await consumer.consume({
      max_messages: this.#most,
      callback: (message) => deliver(deliveryOf(message), `${EVENT_STREAM}:${message.seq}`),
    });
    return {
      stop: () => messages.stop(),
      ended: messages.closed().then((error) => (error instanceof Error ? error : undefined)),
    };
  }
}

function deliveryOf(message: JsMsg): Delivery {
  return {
    event: parse(message),
    attempts: message.info.deliveryCount,
    ack: async () => message.ack(),
    retry: async (afterMs) => message.nak(Math.round(afterMs)),
    discard: async () => message.term(),
    working: () => message.working(),
  };
}

/** A message that is no JSON stays text; the envelope check refuses it with its delivery's name. */
function parse(message: JsMsg): unknown {
  try {
    return message.json();
  } catch {
    return message.string();
  }
}
