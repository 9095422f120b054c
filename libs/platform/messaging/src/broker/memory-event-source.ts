import type { Delivery } from '../ports.ts';
import type { RealClock } from '../settings/clock.ts';
import type { Deliver, EventSource, OpenPartition } from './event-source.port.ts';
import type { MemoryStream, StreamMessage } from './memory-stream.ts';

/** Delivers a stream in memory to one service, as a durable pull consumer per partition would. */
export class MemoryEventSource implements EventSource {
  readonly #stream: MemoryStream;
  readonly #service: string;
  readonly #clock: RealClock;
  readonly #ackWaitMs: number;
  constructor(stream: MemoryStream, service: string, clock: RealClock, ackWaitMs = 30_000) {
    this.#stream = stream;
    this.#service = service;
    this.#clock = clock;
    this.#ackWaitMs = ackWaitMs;
  }

  async open(partition: number, deliver: Deliver): Promise<OpenPartition> {
    let ended: (error: Error | undefined) => void = () => undefined;
    const whenEnded = new Promise<Error | undefined>((resolve) => {
      ended = resolve;
    });
    const look = (): void => {
      for (const message of this.#stream.ready(this.#service, partition, this.#clock.nowMs())) deliver(this.take(message), `memory:${message.streamSeq}`);
    };
    const unlisten = this.#stream.onStored(() => setImmediate(look));
    const timer = setInterval(look, 20);
    look();
    return {
      stop: () => {
        clearInterval(timer);
        unlisten();
        ended(undefined);
      },
      ended: whenEnded,
    };
  }

  /** Gives one message out. */
  take(message: StreamMessage): Delivery {
    const attempts = this.#stream.give(this.#service, message.streamSeq, this.#clock.nowMs() + this.#ackWaitMs);
    // Another message may have the sequence of one that was lost; an answer to the old one does not count for it.
    const still = (): boolean => this.#stream.at(message.streamSeq) === message;
    const done = async (): Promise<void> => {
      if (still()) this.#stream.acknowledge(this.#service, message.streamSeq);
    };
    return {
      event: message.event,
      attempts,
      ack: done,
      discard: done,
      retry: async (afterMs) => {
        if (still()) this.#stream.giveAgainAt(this.#service, message.streamSeq, this.#clock.nowMs() + afterMs);
      },
    };
  }
}
