import { memoryStores } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import { aStored } from '@huiyin/platform-persistence/suites';
import { NO_CRASH } from '../crash/crash-points.ts';
import { FairLeases } from '../leases/fair-leases.ts';
import { SILENT } from '../settings/reports.ts';
import { fireOne } from '../../test/trial/count-matters.ts';
import { AlarmClock, ALARM_LEASES } from './alarm-clock.ts';

const START = Date.parse('2025-03-01T00:00:00.000Z');

describe('AlarmClock', () => {
  let stores: Stores;
  let nowMs: number;
  let fired: string[];
  const clock = { nowMs: () => nowMs };
  const at = (afterMs: number): string => new Date(START + afterMs).toISOString();
  const clockOf = async (holder: string, fire?: (tenant: string, id: string) => Promise<void>): Promise<AlarmClock> => {
    const leases = new FairLeases({ store: stores.leases, clock, holder, ...ALARM_LEASES, ttlMs: 60_000 });
    await leases.renew();
    const normal = async (tenant: string, id: string): Promise<void> => {
      fired.push(id);
      await fireOne(stores.matters.forTenant(tenant), tenant, id, new Date(nowMs).toISOString());
    };
    return new AlarmClock({ outbox: stores.outbox, leases, handler: { fire: fire ?? normal }, crash: NO_CRASH, clock, reports: SILENT, batch: 2, width: 2 });
  };
  const put = async (id: string, afterMs: number | null, simulated = false): Promise<void> => void (await stores.matters.forTenant('t').insert(aStored({ id, tenant: 't', simulated, nextAlarmAt: afterMs === null ? null : at(afterMs) })));
  beforeEach(() => {
    stores = memoryStores();
    nowMs = START;
    fired = [];
  });

  it('fires what is due, once, and nothing before its instant', async () => {
    await put('a', 10);
    await put('b', 20);
    const alarms = await clockOf('one');
    nowMs = START + 9;
    await alarms.tick();
    expect(fired).toEqual([]);
    nowMs = START + 10;
    await alarms.tick();
    nowMs = START + 30;
    await alarms.tick();
    await alarms.tick();
    expect(fired).toEqual(['a', 'b']);
  });
  it('leaves simulated operators’ alarms alone', async () => {
    await put('a', 0, true);
    await (await clockOf('one')).tick();
    expect(fired).toEqual([]);
  });
  it('fires nothing in shards that another instance holds', async () => {
    await clockOf('other');
    await put('a', 0);
    await (await clockOf('one')).tick();
    expect(fired).toEqual([]);
  });
  it('tells that more is waiting than fits into one look', async () => {
    for (const id of ['a', 'b', 'c']) await put(id, 0);
    const alarms = await clockOf('one');
    expect(await alarms.tick()).toEqual({ fired: 2, full: true });
    expect(await alarms.tick()).toMatchObject({ fired: 1 });
    expect(await alarms.tick()).toEqual({ fired: 0, full: false });
  });
  it('tries an alarm that failed again with a growing wait, and the others meanwhile', async () => {
    await put('bad', 0);
    await put('worse', 0);
    await put('good', 1000);
    const tried: string[] = [];
    const alarms = await clockOf('one', async (_, id) => {
      tried.push(`${id}@${nowMs - START}`);
      if (id !== 'good') throw new Error('cannot be settled');
      await fireOne(stores.matters.forTenant('t'), 't', id, new Date(nowMs).toISOString());
    });
    for (const afterMs of [0, 100, 500, 900, 1100, 1500]) {
      nowMs = START + afterMs;
      await alarms.tick();
    }
    expect(tried).toEqual(['bad@0', 'worse@0', 'bad@500', 'worse@500', 'good@1100', 'bad@1500', 'worse@1500']);
  });
});
