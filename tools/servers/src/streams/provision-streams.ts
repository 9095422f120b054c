import { JetStreamApiCodes, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { consumerName, EVENT_STREAM, partitions } from '../subjects/subjects.ts';
import { assertInForce } from './assert-in-force.ts';
import { eventStream, partitionConsumer } from './event-stream.ts';

export interface ProvisionOptions {
  /** Services that get a durable consumer per partition. */
  readonly services: readonly string[];
}

const { StreamNotFound, ConsumerNotFound } = JetStreamApiCodes;

/**
 * Creates the stream of events and one durable pull consumer per (service, partition), or brings them to the wanted
 * settings; then reads every setting back (servers drop those they do not know). Safe to repeat.
 * @throws when a setting is not in force.
 */
export async function provisionStreams(connection: NatsConnection, { services }: ProvisionOptions): Promise<void> {
  const manager = await jetstreamManager(connection, { checkAPI: false });
  await ensureStream(manager);
  await Promise.all(services.flatMap((service) => partitions().map((partition) => ensureConsumer(manager, service, partition))));
}

async function ensureStream(manager: JetStreamManager): Promise<void> {
  const known = await orAbsent(manager.streams.info(EVENT_STREAM), StreamNotFound);
  const { config } = known ? await manager.streams.update(EVENT_STREAM, eventStream) : await manager.streams.add(eventStream);
  assertInForce(`stream ${EVENT_STREAM}`, eventStream, config);
}

async function ensureConsumer(manager: JetStreamManager, service: string, partition: number): Promise<void> {
  const name = consumerName(service, partition);
  const wanted = partitionConsumer(service, partition);
  const known = await orAbsent(manager.consumers.info(EVENT_STREAM, name), ConsumerNotFound);
  const { config } = known ?? (await manager.consumers.add(EVENT_STREAM, wanted));
  assertInForce(`consumer ${name}`, wanted, config);
}

async function orAbsent<T>(answer: Promise<T>, notFound: number): Promise<T | undefined> {
  return answer.catch((error: { code?: number }) => {
    if (error.code === notFound) return undefined;
    throw error;
  });
}
