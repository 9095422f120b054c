import { ALARM_SHARDS } from './matter-store.port.ts';

/** Shard of a matter's wall-clock alarm: FNV-1a of its id, modulo `ALARM_SHARDS`. */
export function alarmShardOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  return hash % ALARM_SHARDS;
}

export const allAlarmShards = (): number[] => Array.from({ length: ALARM_SHARDS }, (_, shard) => shard);
