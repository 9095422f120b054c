import { partitionOf } from '@huiyin/contracts-kernel';
import type { MatterEvent } from '@huiyin/contracts-kernel';

export interface StreamMessage {
  readonly streamSeq: number;
  readonly event: MatterEvent;
  readonly partition: number;
}

interface Progress {
  readonly acknowledged: Set<number>;
  readonly delivered: Map<number, { attempts: number; againAtMs: number }>;
}

/** One stream with message ids and durable consumers, as far as the event path relies on them. Outlives its clients. */
export class MemoryStream {
  #messages: StreamMessage[] = [];
  /** How often something was lost. */
  losses = 0;
  readonly #byId = new Map<string, number>();
  readonly #consumers = new Map<string, Progress>();
  readonly #listeners = new Set<() => void>();

  store(event: MatterEvent): { readonly streamSeq: number; readonly duplicate: boolean } {
    const known = this.#byId.get(event.id);
    if (known !== undefined) return { streamSeq: known, duplicate: true };
    const streamSeq = (this.#messages.at(-1)?.streamSeq ?? 0) + 1;
    this.#messages.push({ streamSeq, event, partition: partitionOf(event.aggregate) });
    this.#byId.set(event.id, streamSeq);
    for (const listener of this.#listeners) listener();
    return { streamSeq, duplicate: false };
  }

  at(streamSeq: number): StreamMessage | undefined {
    return this.#messages[streamSeq - 1];
  }

  get length(): number {
    return this.#messages.length;
  }

  /** Messages of a partition that a consumer can be given now, in stream order. */
  ready(consumer: string, partition: number, nowMs: number): readonly StreamMessage[] {
    const progress = this.#progress(consumer);
    return this.#messages.filter((message) => {
      if (message.partition !== partition || progress.acknowledged.has(message.streamSeq)) return false;
      return (progress.delivered.get(message.streamSeq)?.againAtMs ?? 0) <= nowMs;
    });
  }

  /** Marks a message as given out until `againAtMs`; returns how often it has been. */
  give(consumer: string, streamSeq: number, againAtMs: number): number {
    const { delivered } = this.#progress(consumer);
    const attempts = (delivered.get(streamSeq)?.attempts ?? 0) + 1;
    delivered.set(streamSeq, { attempts, againAtMs });
    return attempts;
  }

  giveAgainAt(consumer: string, streamSeq: number, againAtMs: number): void {
    const given = this.#progress(consumer).delivered.get(streamSeq);
    if (given) given.againAtMs = againAtMs;
    for (const listener of this.#listeners) listener();
  }

  acknowledge(consumer: string, streamSeq: number): void {
    this.#progress(consumer).acknowledged.add(streamSeq);
  }

  /** An acknowledgement that a crash of the broker has undone. */
  unacknowledge(consumer: string, streamSeq: number): void {
    const progress = this.#progress(consumer);
    progress.acknowledged.delete(streamSeq);
    progress.delivered.delete(streamSeq);
  }

  acknowledged(consumer: string): readonly number[] {
    return [...this.#progress(consumer).acknowledged];
  }

  /** The dedupe window is over. */
  forgetIds(): void {
    this.#byId.clear();
  }

  /** The broker lost everything above a sequence: messages, ids and what its consumers knew of them. */
  loseAbove(streamSeq: number): void {
    this.losses += 1;
    this.#messages = this.#messages.slice(0, streamSeq);
    for (const [id, at] of this.#byId) if (at > streamSeq) this.#byId.delete(id);
    for (const progress of this.#consumers.values()) {
      for (const at of progress.acknowledged) if (at > streamSeq) progress.acknowledged.delete(at);
      for (const at of progress.delivered.keys()) if (at > streamSeq) progress.delivered.delete(at);
    }
  }

  onStored(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #progress(consumer: string): Progress {
    const known = this.#consumers.get(consumer);
    if (known) return known;
    const fresh: Progress = { acknowledged: new Set(), delivered: new Map() };
    this.#consumers.set(consumer, fresh);
    return fresh;
  }
}
