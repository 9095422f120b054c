import type { MatterEvent } from '@huiyin/contracts-kernel';

/** By the operator's instant, then recording time, then matter and sequence: the order in which a story is told. */
export function inStoryOrder(left: MatterEvent, right: MatterEvent): number {
  if (left.aggregate === right.aggregate) return left.seq - right.seq;
  for (const [before, after] of [[left.now, right.now], [left.time, right.time], [left.aggregate, right.aggregate]] as const) {
    if (before !== after) return before < after ? -1 : 1;
  }
  return 0;
}
