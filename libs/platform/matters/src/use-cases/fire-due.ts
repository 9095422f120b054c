import type { FireRequest } from '@huiyin/contracts-kernel';
import type { HostServices } from './perform-act.ts';
import { fireAlarm } from './receive-event.ts';

const BATCH = 100;

/** Fires every alarm of one simulated operator that is due by `now`; returns how many matters changed. */
export async function fireDue(host: HostServices, request: FireRequest): Promise<{ readonly fired: number }> {
  const matters = host.parts.matters.forTenant(request.tenant);
  let fired = 0;
  const idle = new Set<string>();
  for (;;) {
    const due = (await matters.due(request.now, BATCH + idle.size)).filter((stored) => !idle.has(`${stored.id}:${stored.version}`));
    if (due.length === 0) return { fired };
    for (const stored of due) {
      if (await fireAlarm(host, stored, request.now)) fired += 1;
      else idle.add(`${stored.id}:${stored.version}`);
    }
  }
}

/** Fires one matter of an operator on real time: each of its alarms that is due by now, in order. */
export async function fireOne(host: HostServices, tenant: string, id: string, now: string): Promise<boolean> {
  for (let fired = false; ; fired = true) {
    const stored = await host.parts.matters.forTenant(tenant).load(id);
    if (!stored || stored.nextAlarmAt === null || stored.nextAlarmAt > now || !(await fireAlarm(host, stored, now))) return fired;
  }
}
