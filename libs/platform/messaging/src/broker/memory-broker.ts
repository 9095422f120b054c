import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { EventBroker } from '../ports.ts';
import type { MemoryStream } from './memory-stream.ts';

/** A producer's connection to a stream in memory. */
export class MemoryBroker implements EventBroker {
  readonly #stream: MemoryStream;
  constructor(stream: MemoryStream) {
    this.#stream = stream;
  }

  async publish(event: MatterEvent): Promise<{ readonly streamSeq: number }> {
    return { streamSeq: this.#stream.store(JSON.parse(JSON.stringify(event)) as MatterEvent).streamSeq };
  }

  async idAt(streamSeq: number): Promise<string | undefined> {
    return this.#stream.at(streamSeq)?.event.id;
  }

  era(): number {
    return this.#stream.losses;
  }
}
