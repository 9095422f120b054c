import type { AlarmsReply, AlarmsRequest, QuietReply, QuietRequest } from '@huiyin/contracts-kernel';
import type { DeadLetterStore } from '@huiyin/platform-persistence';
import type { HostParts } from '../ports.ts';

/** Earliest alarm of one simulated operator at or before an instant. */
export async function earliestAlarm(parts: HostParts, { tenant, until }: AlarmsRequest): Promise<AlarmsReply> {
  return { earliest: await parts.matters.forTenant(tenant).earliestAlarm(until) };
}

/**
 * How far this service is with one operator's events: what it sent, what it has applied by producer, what is pending.
 * The system is quiet when everyone has applied what everyone has sent.
 */
export async function quietReport(parts: HostParts, letters: DeadLetterStore, { tenant }: QuietRequest): Promise<QuietReply> {
  const { sent, pending } = await parts.matters.forTenant(tenant).progress();
  const handled = await parts.copies.forTenant(tenant).handled();
  const parked = await letters.parked(tenant);
  return { sent, pending, handled, parked: [...new Set(parked.map((letter) => letter.event.aggregate))], deadLetters: parked.length };
}
