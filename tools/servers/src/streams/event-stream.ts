import type { ConsumerConfig, StreamConfig } from '@nats-io/jetstream';
import { AckPolicy, DeliverPolicy, DiscardPolicy, ReplayPolicy, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { consumerName, EVENT_STREAM, EVENT_SUBJECTS, partitionFilter } from '../subjects/subjects.ts';

const SECOND = 1_000_000_000;

/**
 * The one stream of events. A full stream refuses (`discard: new`), so that pressure goes back into the outbox instead
 * of old events falling out unseen.
 */
export const eventStream: Partial<StreamConfig> & { name: string } = {
  name: EVENT_STREAM,
  subjects: [EVENT_SUBJECTS],
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.New,
  duplicate_window: 120 * SECOND,
  num_replicas: 1,
  allow_direct: true,
};

/** The durable pull consumer of one service on one partition: explicit acknowledgement, redelivered for ever. */
export function partitionConsumer(service: string, partition: number): Partial<ConsumerConfig> & { durable_name: string } {
  return {
    durable_name: consumerName(service, partition),
    filter_subject: partitionFilter(partition),
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    replay_policy: ReplayPolicy.Instant,
    max_deliver: -1,
    max_ack_pending: 256,
    ack_wait: 15 * SECOND,
  };
}
