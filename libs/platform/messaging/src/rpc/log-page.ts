import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { EventLog, MatterStore } from '@huiyin/platform-persistence';

/** `log.<service>.fetch`: what an aggregate's producer has recorded after a sequence. */
export interface LogRequest {
  readonly tenant: string;
  readonly aggregate: string;
  readonly afterSeq: number;
}
export interface LogReply {
  readonly events: readonly MatterEvent[];
}
/** `seq.<service>.read`: up to where an aggregate has got; 0 when there is none. */
export interface SeqRequest {
  readonly tenant: string;
  readonly aggregate: string;
}
export interface SeqReply {
  readonly seq: number;
}

const MOST_EVENTS = 200;
/** Below the broker's limit of 1 MB per message, with room for the envelope. */
const MOST_CHARACTERS = 400_000;

/**
 * One page of an aggregate's events in order: the log, and after it what is still pending in the matter itself.
 * Pending is read first, because events move from there into the log.
 */
export async function readLogPage(matters: MatterStore, log: EventLog, request: LogRequest): Promise<LogReply> {
  const { tenant, aggregate, afterSeq } = checked(request);
  const pending = (await matters.forTenant(tenant).load(aggregate))?.pending ?? [];
  const logged = await log.ofAggregate(tenant, aggregate, afterSeq, MOST_EVENTS);
  const events: MatterEvent[] = [];
  let characters = 0;
  for (const event of [...logged, ...pending]) {
    if (event.seq !== afterSeq + events.length + 1) continue;
    characters += JSON.stringify(event).length;
    if (events.length > 0 && (characters > MOST_CHARACTERS || events.length >= MOST_EVENTS)) break;
    events.push(event);
  }
  return { events };
}

export async function readSeq(matters: MatterStore, request: SeqRequest): Promise<SeqReply> {
  const { tenant, aggregate } = checked({ ...request, afterSeq: 0 });
  return { seq: (await matters.forTenant(tenant).load(aggregate))?.matter.seq ?? 0 };
}

function checked(request: LogRequest): LogRequest {
  const { tenant, aggregate, afterSeq } = request;
  if (typeof tenant !== 'string' || typeof aggregate !== 'string' || !Number.isInteger(afterSeq) || afterSeq < 0) throw new RangeError('The request names no aggregate');
  return { tenant, aggregate, afterSeq };
}
