import type { ServiceName } from '@huiyin/contracts-kernel';
import type { MemoryDatabase } from '@huiyin/platform-persistence';
import { noteOf } from '../trial/counting-receiver.ts';

/** What the checker reads when a run has ended. */
export interface History {
  readonly producer: MemoryDatabase;
  readonly consumers: ReadonlyMap<ServiceName, MemoryDatabase>;
}

/** Ids of the events that were committed on an aggregate, in order. */
export function committedOn(producer: MemoryDatabase, aggregate: string): readonly string[] {
  const seq = producer.matters.get(aggregate)?.matter.seq ?? 0;
  return Array.from({ length: seq }, (_, index) => `${aggregate}:${index + 1}`);
}

/** Ids of the events that a consumer has applied, in the order in which it did. */
export function appliedFrom(consumer: MemoryDatabase, service: string, aggregate: string): readonly string[] {
  return (consumer.matters.get(noteOf(service, aggregate))?.matter.facts['had'] as readonly string[] | undefined) ?? [];
}

/**
 * Every committed event applied exactly once per consumer, in order, none lost; every alarm fired once.
 * @returns one sentence per violation
 */
export function violations(history: History, aggregates: readonly string[]): readonly string[] {
  return aggregates.flatMap((aggregate) => [...ofEvents(history, aggregate), ...ofAlarm(history.producer, aggregate)]);
}

function ofEvents({ producer, consumers }: History, aggregate: string): readonly string[] {
  const committed = committedOn(producer, aggregate);
  return [...consumers].flatMap(([service, database]) => {
    const applied = appliedFrom(database, service, aggregate);
    if (applied.join() === committed.join()) return [];
    return [`${service} applied ${applied.join(' ') || 'nothing'} of ${committed.join(' ')}`];
  });
}

function ofAlarm(producer: MemoryDatabase, aggregate: string): readonly string[] {
  const alarms = [...producer.log.values()].filter(({ event }) => event.aggregate === aggregate && event.type === 'huiyin.repair.alarm.v1');
  return alarms.length === 1 ? [] : [`the alarm of ${aggregate} fired ${alarms.length} times`];
}
