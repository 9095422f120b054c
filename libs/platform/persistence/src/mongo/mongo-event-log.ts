import type { mongo } from 'mongoose';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { AcknowledgedEvent, EventLog } from '../event-log.port.ts';
import type { Collections } from './collections.ts';
import { REPEATABLE } from './collections.ts';
import type { LogDocument, RelayMarkDocument } from './documents.ts';
import { onlyDuplicates } from './only-duplicates.ts';

export class MongoEventLog implements EventLog {
  readonly #log: mongo.Collection<LogDocument>;
  readonly #marks: mongo.Collection<RelayMarkDocument>;
  constructor(collections: Collections) {
    this.#log = collections.log;
    this.#marks = collections.relayMarks;
  }

  async append(events: readonly MatterEvent[], round = 0): Promise<void> {
    if (events.length === 0) return;
    const end = await this.#count('position', events.length);
    const rows = events.map((event, index) => ({ _id: event.id, position: end - events.length + index + 1, tenant: event.tenant, aggregate: event.aggregate, seq: event.seq, event, round }));
    try {
      await this.#log.insertMany(rows, { ordered: false, writeConcern: REPEATABLE });
    } catch (error) {
      if (!onlyDuplicates(error)) throw error;
    }
  }

  async ofAggregate(tenant: string, aggregate: string, afterSeq: number, limit: number): Promise<readonly MatterEvent[]> {
    const rows = await this.#log.find({ tenant: { $eq: tenant }, aggregate: { $eq: aggregate }, seq: { $gt: afterSeq } }).sort({ seq: 1 }).limit(limit).toArray();
    return rows.map((row) => row.event);
  }

  async from(position: string | undefined, limit: number): Promise<{ readonly events: readonly MatterEvent[]; readonly position?: string }> {
    return page(await this.#log.find({ position: { $gt: Number(position ?? 0) } }).sort({ position: 1 }).limit(limit).toArray());
  }

  async unacknowledged(position: string | undefined, limit: number): Promise<{ readonly events: readonly MatterEvent[]; readonly position?: string }> {
    return page(await this.#log.find({ streamSeq: { $exists: false }, position: { $gt: Number(position ?? 0) } }).sort({ position: 1 }).limit(limit).toArray());
  }

  async openRound(): Promise<number> {
    const round = await this.#count('round', 1);
    await this.#log.updateMany({ streamSeq: { $exists: false } }, { $max: { round } });
    return round;
  }

  async acknowledged(marks: readonly { readonly streamSeq: number; readonly eventId: string }[], round: number): Promise<void> {
    if (marks.length === 0) return;
    const updates = marks.map((mark) => ({ updateOne: { filter: { _id: mark.eventId, round: { $lte: round } }, update: { $set: { streamSeq: mark.streamSeq } } } }));
    await this.#log.bulkWrite(updates, { ordered: false, writeConcern: REPEATABLE });
  }

  async lastAcknowledged(): Promise<AcknowledgedEvent | undefined> {
    return this.acknowledgedAtOrBefore(Number.MAX_SAFE_INTEGER);
  }

  async acknowledgedAtOrBefore(streamSeq: number): Promise<AcknowledgedEvent | undefined> {
    const [row] = await this.#log.find({ streamSeq: { $lte: streamSeq } }).sort({ streamSeq: -1 }).limit(1).toArray();
    return row?.streamSeq === undefined ? undefined : { streamSeq: row.streamSeq, eventId: row._id, position: String(row.position) };
  }

  async forgetAcknowledgedAbove(streamSeq: number, round: number): Promise<void> {
    await this.#log.updateMany({ streamSeq: { $gt: streamSeq } }, { $unset: { streamSeq: '' }, $max: { round } });
  }

  /** Positions are handed out before the rows are there: gaps are harmless, order within an aggregate is kept. */
  async #count(name: 'position' | 'round', by: number): Promise<number> {
    const counter = await this.#marks.findOneAndUpdate({ _id: name }, { $inc: { value: by } }, { upsert: true, returnDocument: 'after', writeConcern: REPEATABLE });
    return counter?.value ?? by;
  }
}

function page(rows: readonly LogDocument[]): { readonly events: readonly MatterEvent[]; readonly position?: string } {
  const last = rows.at(-1);
  return { events: rows.map((row) => row.event), ...(last ? { position: String(last.position) } : {}) };
}
