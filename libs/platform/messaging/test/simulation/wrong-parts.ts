import type { EventLog, OutboxStore } from '@huiyin/platform-persistence';
import type { Delivery, EventBroker } from '../../src/ports.ts';

/** Control: the outbox is cleared before its events are in the log and on the stream. */
export async function clearFirstPass(outbox: OutboxStore, log: EventLog, broker: EventBroker): Promise<void> {
  for (const { id, pending } of await outbox.withPending(8)) {
    await outbox.clear(id, pending.at(-1)?.seq ?? 0);
    await log.append(pending);
    for (const event of pending) await broker.publish(event);
  }
}

/** Control: the message is acknowledged before its effect is stored. */
export function acknowledgedFirst(delivery: Delivery): Delivery {
  return { ...delivery, ack: async () => undefined, retry: async () => undefined, discard: async () => undefined };
}
