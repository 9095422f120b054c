import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import { logSubject, seqSubject } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';
import type { Stores } from '@huiyin/platform-persistence';
import { answer } from '../nats/json-request.ts';
import type { Reports } from '../settings/reports.ts';
import { readLogPage, readSeq } from './log-page.ts';
import type { LogReply, LogRequest, SeqReply, SeqRequest } from './log-page.ts';

/** Answers other services about this one's events. */
export function answerAboutEvents(connection: NatsConnection, service: ServiceName, stores: Pick<Stores, 'matters' | 'log'>, reports: Reports): readonly Subscription[] {
  return [
    answer<LogRequest, LogReply>(connection, logSubject(service), service, async (request) => readLogPage(stores.matters, stores.log, request), reports),
    answer<SeqRequest, SeqReply>(connection, seqSubject(service), service, async (request) => readSeq(stores.matters, request), reports),
  ];
}
