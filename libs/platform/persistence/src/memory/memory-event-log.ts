import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { AcknowledgedEvent, EventLog } from '../event-log.port.ts';
import { frozenCopy } from './frozen-copy.ts';
import type { LoggedEvent, MemoryDatabase } from './memory-database.ts';

export class MemoryEventLog implements EventLog {
  readonly #database: MemoryDatabase;
  constructor(database: MemoryDatabase) {
    this.#database = database;
  }

  async append(events: readonly MatterEvent[], round = 0): Promise<void> {
    const { log } = this.#database;
    for (const event of events) if (!log.has(event.id)) log.set(event.id, { position: log.size + 1, event: frozenCopy(event), round });
  }

  async ofAggregate(tenant: string, aggregate: string, afterSeq: number, limit: number): Promise<readonly MatterEvent[]> {
    const events = this.#rows().map((row) => row.event).filter((event) => event.tenant === tenant && event.aggregate === aggregate && event.seq > afterSeq);
    return events.sort((a, b) => a.seq - b.seq).slice(0, limit);
  }

  async from(position: string | undefined, limit: number): Promise<{ readonly events: readonly MatterEvent[]; readonly position?: string }> {
    return page(this.#rows(), position, limit);
  }

  async unacknowledged(position: string | undefined, limit: number): Promise<{ readonly events: readonly MatterEvent[]; readonly position?: string }> {
    return page(this.#rows().filter((row) => row.streamSeq === undefined), position, limit);
  }

  async openRound(): Promise<number> {
    this.#database.rounds += 1;
    for (const row of this.#rows()) if (row.streamSeq === undefined) row.round = this.#database.rounds;
    return this.#database.rounds;
  }

  async acknowledged(marks: readonly { readonly streamSeq: number; readonly eventId: string }[], round: number): Promise<void> {
    for (const mark of marks) {
      const row = this.#database.log.get(mark.eventId);
      if (row && row.round <= round) row.streamSeq = mark.streamSeq;
    }
  }

  async lastAcknowledged(): Promise<AcknowledgedEvent | undefined> {
    return this.acknowledgedAtOrBefore(Number.MAX_SAFE_INTEGER);
  }

  async acknowledgedAtOrBefore(streamSeq: number): Promise<AcknowledgedEvent | undefined> {
    const held = this.#rows().filter((row) => row.streamSeq !== undefined && row.streamSeq <= streamSeq);
    const last = held.sort((a, b) => (b.streamSeq ?? 0) - (a.streamSeq ?? 0))[0];
    return last?.streamSeq === undefined ? undefined : { streamSeq: last.streamSeq, eventId: last.event.id, position: String(last.position) };
  }

  async forgetAcknowledgedAbove(streamSeq: number, round: number): Promise<void> {
    for (const row of this.#rows()) {
      if (row.streamSeq === undefined || row.streamSeq <= streamSeq) continue;
      delete row.streamSeq;
      row.round = Math.max(row.round, round);
    }
  }

  #rows(): LoggedEvent[] {
    return [...this.#database.log.values()];
  }
}

function page(rows: readonly LoggedEvent[], position: string | undefined, limit: number): { readonly events: readonly MatterEvent[]; readonly position?: string } {
  const taken = rows.filter((row) => row.position > Number(position ?? 0)).slice(0, limit);
  const last = taken.at(-1);
  return { events: taken.map((row) => row.event), ...(last ? { position: String(last.position) } : {}) };
}
