/** Names of the event path on the wire. `libs/platform` mirrors this file; the two are held together by a test. */

export const SERVICES = [
  'gateway',
  'intake',
  'dispatch',
  'complaints',
  'callback-and-survey',
  'parts-inventory',
  'performance-scoring',
] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Events are spread over this many partitions by the hash of the aggregate id. */
export const PARTITIONS = 8;
export const EVENT_STREAM = 'EVENTS';
export const EVENT_SUBJECTS = 'evt.>';

export const eventSubject = (service: string, partition: number, event: string): string => `evt.${service}.${partition}.${event}`;
export const partitionFilter = (partition: number): string => `evt.*.${partition}.>`;
export const consumerName = (service: string, partition: number): string => `${service}-${partition}`;
export const rpcSubject = (service: string, verb: string): string => `rpc.${service}.${verb}`;
export const logFetchSubject = (service: string): string => `log.${service}.fetch`;
export const seqReadSubject = (service: string): string => `seq.${service}.read`;
export const wakeSubject = (service: string): string => `wake.${service}`;
export const POLICY_FETCH_SUBJECT = 'policy.gateway.fetch';
export const inboxPrefix = (identity: string): string => `_INBOX_${identity}`;

export const partitions = (): number[] => Array.from({ length: PARTITIONS }, (_, partition) => partition);
