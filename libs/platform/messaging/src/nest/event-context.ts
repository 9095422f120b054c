import { BaseRpcContext } from '@nestjs/microservices';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { HeldShare } from '../leases/fair-leases.ts';

/** What a handler of events can ask about its delivery. */
export class EventContext extends BaseRpcContext<[MatterEvent, HeldShare]> {
  /** The partition and the fence under which this instance holds it. */
  getPartition(): HeldShare {
    return this.getArgByIndex(1);
  }
}
