import type { MatterEvent } from '@huiyin/contracts-kernel';

/** Applying this event failed; it need not be the delivered one, a gap before it may have been filled. */
export class ApplyFault extends Error {
  readonly event: MatterEvent;
  constructor(event: MatterEvent, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'ApplyFault';
    this.event = event;
  }
}
