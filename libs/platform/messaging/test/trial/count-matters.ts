import type { StoredMatter, TenantMatters } from '@huiyin/platform-persistence';
import { aStored, anEvent } from '@huiyin/platform-persistence/suites';

export interface CountCommand {
  readonly tenant: string;
  readonly aggregate: string;
  /** Real instants, ISO 8601. */
  readonly now: string;
  /** Set on creation. */
  readonly alarmAt?: string;
}

/**
 * Records one more event on a matter by one guarded update, as the matter host does.
 * @returns false when another was faster
 */
export async function recordOne(matters: TenantMatters, command: CountCommand): Promise<boolean> {
  return recordOn(await matters.load(command.aggregate), matters, command, 'act');
}

async function recordOn(held: StoredMatter | undefined, matters: TenantMatters, command: CountCommand, what: 'act' | 'alarm'): Promise<boolean> {
  const { tenant, aggregate, now, alarmAt } = command;
  const seq = (held?.matter.seq ?? 0) + 1;
  const event = anEvent({ tenant, aggregate, seq, time: now, ...(what === 'alarm' ? { type: 'huiyin.repair.alarm.v1' } : {}) });
  if (!held) return (await matters.insert(aStored({ id: aggregate, tenant, nextAlarmAt: alarmAt ?? null, matter: { seq }, pending: [event] }))).result === 'stored';
  const { pending: _, ...stored } = held;
  const nextAlarmAt = what === 'alarm' ? null : stored.nextAlarmAt;
  return (await matters.commit({ ...stored, nextAlarmAt, version: held.version + 1, matter: { ...held.matter, seq } }, held.version, [event])).result === 'stored';
}

/** Records one more event on each of several matters in one transaction, until they stand at `most`; nothing when another was faster. */
export async function recordTogether(matters: TenantMatters, tenant: string, aggregates: readonly string[], now: string, most: number): Promise<void> {
  const all = await Promise.all(aggregates.map(async (aggregate) => matters.load(aggregate)));
  if (all.some((held) => (held?.version ?? 0) >= most)) return;
  const writes = aggregates.map((aggregate, index) => {
    const held = all[index];
    const seq = (held?.matter.seq ?? 0) + 1;
    const pending = [anEvent({ tenant, aggregate, seq, time: now })];
    if (!held) return { stored: aStored({ id: aggregate, tenant, matter: { seq }, pending }) };
    return { stored: { ...held, version: held.version + 1, matter: { ...held.matter, seq }, pending }, expectedVersion: held.version };
  });
  await matters.storeTogether(writes);
}

/** Fires a due alarm once: a matter whose alarm has moved is left alone. */
export async function fireOne(matters: TenantMatters, tenant: string, aggregate: string, now: string): Promise<void> {
  const held = await matters.load(aggregate);
  if (held?.nextAlarmAt && held.nextAlarmAt <= now) await recordOn(held, matters, { tenant, aggregate, now }, 'alarm');
}
