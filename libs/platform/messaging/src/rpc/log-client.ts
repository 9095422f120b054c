import type { NatsConnection } from '@nats-io/transport-node';
import { logSubject, seqSubject } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { ask } from '../nats/json-request.ts';
import type { FetchLog } from '../ports.ts';
import type { LogReply, LogRequest, SeqReply, SeqRequest } from './log-page.ts';

/** Fetches one page of an aggregate's events from its producer. */
export function fetchLogOver(connection: NatsConnection, timeoutMs = 2000): FetchLog {
  return async (service, tenant, aggregate, afterSeq) => (await ask<LogReply>(connection, logSubject(service), { tenant, aggregate, afterSeq } satisfies LogRequest, timeoutMs)).events;
}

export type ReadSeq = (service: ServiceName, tenant: string, aggregate: string) => Promise<number>;

/** Asks an aggregate's owner for its current sequence (0: there is none). */
export function readSeqOver(connection: NatsConnection, timeoutMs = 2000): ReadSeq {
  return async (service, tenant, aggregate) => (await ask<SeqReply>(connection, seqSubject(service), { tenant, aggregate } satisfies SeqRequest, timeoutMs)).seq;
}
