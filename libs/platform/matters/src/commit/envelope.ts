import { MatterEvent } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';
import type { EngineEvent, Matter } from '@huiyin/regulation-engine';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export interface Causation {
  readonly causationId: string;
  readonly correlationId: string;
  readonly traceparent?: string;
}

/** Puts an engine event into the envelope that leaves the service. */
export function envelope(service: ServiceName, matter: Matter, event: EngineEvent, readers: readonly string[], cause: Causation, simulated: boolean, recordedAtMs: number): MatterEvent {
  return Object.assign(new MatterEvent(), {
    specversion: '1.0',
    id: `${matter.id}:${event.seq}`,
    source: `/services/${service}`,
    type: `huiyin.${kebab(event.type)}.v1`,
    subject: matter.id,
    time: new Date(recordedAtMs).toISOString(),
    datacontenttype: 'application/json',
    tenant: matter.tenant,
    service,
    aggregate: matter.id,
    kind: matter.kind,
    seq: event.seq,
    now: event.at,
    policy: event.policy,
    causationid: cause.causationId,
    correlationid: cause.correlationId,
    ...(cause.traceparent ? { traceparent: cause.traceparent } : {}),
    ...(simulated ? { simulated } : {}),
    readers: [...readers],
    data: event,
  } satisfies Partial<MatterEvent>);
}
