import type { HolidayName } from '../holidays/holiday-notice.ts';
import { formatInstant } from '../instant.ts';
import type { Segment, SegmentReason } from './explanation.ts';

interface Run {
  from: number;
  to: number;
  kind: Segment['kind'];
  reason: SegmentReason;
  name?: HolidayName;
  amount: number;
}

/** Collects stretches in order; a stretch that continues the one before, for the same reason, lengthens it. */
export class SegmentList {
  private readonly runs: Run[] = [];

  counted(from: number, to: number, reason: SegmentReason, amount: number, name?: HolidayName): void {
    this.add({ from, to, kind: 'counted', reason, amount, name });
  }

  skipped(from: number, to: number, reason: SegmentReason, name?: HolidayName): void {
    this.add({ from, to, kind: 'skipped', reason, amount: 0, name });
  }

  /** The stretches as plain JSON. */
  list(): Segment[] {
    return this.runs.map(({ from, to, kind, reason, name, amount }) => ({
      from: formatInstant(from),
      to: formatInstant(to),
      kind,
      reason,
      ...(name && { name }),
      ...(kind === 'counted' && { amount }),
    }));
  }

  private add(run: Run): void {
    if (run.to <= run.from) return;
    const last = this.runs[this.runs.length - 1];
    if (last && last.to === run.from && last.kind === run.kind && last.reason === run.reason && last.name?.en === run.name?.en) {
      last.to = run.to;
      last.amount += run.amount;
    } else {
      this.runs.push(run);
    }
  }
}
