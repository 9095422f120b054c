import { noteOf } from './counting-receiver.ts';
import { ACTS } from './trial-world.ts';
import type { TrialStory, TrialWorld } from './trial-world.ts';

/**
 * What is not yet, or never to be, as it must be in the end: everything recorded, published and cleared, every event
 * applied once and in order, the alarm fired once, nothing parked.
 * @returns one sentence per difference
 */
export async function differences(world: TrialWorld, story: TrialStory): Promise<readonly string[]> {
  const { tenant, good, bad, pair } = story;
  const found: string[] = [];
  // The alarm is one more event of the good matter.
  for (const [aggregate, expected] of [[good, ACTS.good + 1], [bad, ACTS.bad], [pair[0], ACTS.pair], [pair[1], ACTS.pair]] as const) {
    const stored = await world.producer.matters.forTenant(tenant).load(aggregate);
    if (stored?.matter.seq !== expected || stored.pending.length > 0) found.push(`${aggregate} stands at ${stored?.matter.seq} with ${stored?.pending.length} pending`);
    const logged = await world.producer.log.ofAggregate(tenant, aggregate, 0, 100);
    if (logged.map(({ seq }) => seq).join() !== Array.from({ length: expected }, (_, index) => index + 1).join()) found.push(`${aggregate} has logged ${logged.map(({ seq }) => seq).join()}`);
    const alarms = logged.filter(({ type }) => type === 'huiyin.repair.alarm.v1').length;
    if (alarms !== (aggregate === good ? 1 : 0)) found.push(`the alarm of ${aggregate} fired ${alarms} times`);
    const had = (await world.consumer.matters.forTenant(tenant).load(noteOf('dispatch', aggregate)))?.matter.facts['had'] as readonly string[] | undefined;
    if (had?.join() !== logged.map(({ id }) => id).join()) found.push(`of ${aggregate} was applied ${had?.join() ?? 'nothing'}`);
    if ((await world.consumer.copies.forTenant(tenant).load(aggregate))?.seq !== expected) found.push(`the copy of ${aggregate} is not complete`);
  }
  const parked = await world.consumer.deadLetters.parked(tenant);
  if (parked.length > 0) found.push(`${parked.length} parked`);
  return found;
}
