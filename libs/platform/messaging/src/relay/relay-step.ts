import type { MatterEvent } from '@huiyin/contracts-kernel';

export interface Waiting {
  readonly id: string;
  readonly tenant: string;
  readonly pending: readonly MatterEvent[];
}

/** The events of one matter, to be published one after the other; lanes of different matters run side by side. */
export interface Lane {
  readonly id: string;
  readonly events: readonly MatterEvent[];
}

export interface RelayPlan {
  /** Appended before anything is published, so that every published event can be fetched. */
  readonly append: readonly MatterEvent[];
  readonly lanes: readonly Lane[];
}

/** What one pass of the relay does with what is stored as pending: pure, and the same again after a crash. */
export function planRelay(waiting: readonly Waiting[]): RelayPlan {
  const lanes = waiting.map(({ id, pending }) => ({ id, events: [...pending].sort((a, b) => a.seq - b.seq) }));
  return { append: lanes.flatMap((lane) => lane.events), lanes };
}

export interface Published {
  readonly event: MatterEvent;
  readonly streamSeq: number;
}

/** Up to where a lane may be cleared: only what the broker has acknowledged without a gap before it. */
export function clearableUpTo(lane: Lane, published: readonly Published[]): number | undefined {
  const acknowledged = new Set(published.map((done) => done.event.seq));
  let upTo: number | undefined;
  for (const event of lane.events) {
    if (!acknowledged.has(event.seq)) break;
    upTo = event.seq;
  }
  return upTo;
}
