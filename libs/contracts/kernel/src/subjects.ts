import type { ServiceName } from './service-name.ts';

/** Partitions of the event stream: by hash of the aggregate id, so that order is kept per aggregate. */
export const PARTITIONS = 8;
export const EVENT_STREAM = 'EVENTS';

/** FNV-1a over the id's UTF-16 units; the same on every service for ever. */
export function partitionOf(aggregate: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < aggregate.length; index += 1) hash = Math.imul(hash ^ aggregate.charCodeAt(index), 0x01000193) >>> 0;
  return hash % PARTITIONS;
}

export const eventSubject = (service: ServiceName, aggregate: string, type: string): string => `evt.${service}.${partitionOf(aggregate)}.${type.replaceAll('.', '_')}`;
export const consumerName = (service: ServiceName, partition: number): string => `${service}-${partition}`;
export const rpcSubject = (service: ServiceName, verb: string): string => `rpc.${service}.${verb}`;
export const logSubject = (service: ServiceName): string => `log.${service}.fetch`;
export const seqSubject = (service: ServiceName): string => `seq.${service}.read`;
export const POLICY_SUBJECT = 'policy.gateway.fetch';
