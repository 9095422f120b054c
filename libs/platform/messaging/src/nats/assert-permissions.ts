import { headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { consumerName, EVENT_STREAM, PARTITIONS } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';

const WRONG_STREAM = 10_060;

/** Something that the service cannot do without is refused or missing. */
export class MissingRights extends Error {
  constructor(service: ServiceName, missing: readonly string[]) {
    super(`The NATS identity of ${service} cannot work: ${missing.join('; ')}. Provision the servers again for this service.`);
    this.name = 'MissingRights';
  }
}

interface ConsumerReply {
  readonly error?: { readonly description?: string };
  readonly config?: { readonly ack_policy?: string; readonly max_deliver?: number; readonly filter_subject?: string };
}

/**
 * Tries at start what the service will rely on, without storing anything: a refusal would later show only as requests
 * that time out.
 * @throws MissingRights with everything that is missing
 */
export async function assertPermissions(connection: NatsConnection, service: ServiceName, timeoutMs = 10_000): Promise<void> {
  const checks = [mayPublish(connection, service, timeoutMs), mayRead(connection, timeoutMs), ...Array.from({ length: PARTITIONS }, async (_, partition) => mayConsume(connection, service, partition, timeoutMs))];
  const missing = (await Promise.all(checks)).filter((fault) => fault !== undefined);
  if (missing.length > 0) throw new MissingRights(service, missing);
}

/** A publish that expects another stream is refused by JetStream and stored nowhere, but only if the subject is allowed. */
async function mayPublish(connection: NatsConnection, service: ServiceName, timeoutMs: number): Promise<string | undefined> {
  const expectation = headers();
  expectation.set('Nats-Expected-Stream', `not-${EVENT_STREAM}`);
  try {
    const reply = await connection.request(`evt.${service}.0.rights`, '', { headers: expectation, timeout: timeoutMs });
    const code = reply.json<{ error?: { err_code?: number } }>().error?.err_code;
    return code === WRONG_STREAM ? undefined : `publishing evt.${service}.> was answered with ${code ?? 'no refusal'}`;
  } catch (error) {
    return `publishing evt.${service}.> failed (${String(error)})`;
  }
}

async function mayRead(connection: NatsConnection, timeoutMs: number): Promise<string | undefined> {
  try {
    await connection.request(`$JS.API.DIRECT.GET.${EVENT_STREAM}`, JSON.stringify({ seq: 1 }), { timeout: timeoutMs });
    return undefined;
  } catch (error) {
    return `reading the stream failed (${String(error)})`;
  }
}

async function mayConsume(connection: NatsConnection, service: ServiceName, partition: number, timeoutMs: number): Promise<string | undefined> {
  const consumer = consumerName(service, partition);
  try {
    const { error, config } = (await connection.request(`$JS.API.CONSUMER.INFO.${EVENT_STREAM}.${consumer}`, '', { timeout: timeoutMs })).json<ConsumerReply>();
    if (error) return `consumer ${consumer}: ${error.description ?? 'not there'}`;
    const right = config?.ack_policy === 'explicit' && (config.max_deliver ?? -1) === -1 && config.filter_subject === `evt.*.${partition}.>`;
    return right ? undefined : `consumer ${consumer} is not an explicit one of its partition that redelivers for ever`;
  } catch (error) {
    return `consumer ${consumer} cannot be read (${String(error)})`;
  }
}
