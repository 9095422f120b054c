import { compilePolicy, evolve } from '@huiyin/regulation-engine';
import type { Matter } from '@huiyin/regulation-engine';
import { measure, yardstick } from './measure.ts';
import type { Measured } from './measure.ts';
import { actor, CREATE, worldOf } from './s24-world.ts';

const NOW = '2026-10-09T04:15:00.000Z';

/** Decide + react per act, refusal, refold and compile of S2.4, as figures and as ratios to a yardstick of the same run. */
export function engineBench(): void {
  const rule = yardstick();
  const world = worldOf();
  const created = world.act(undefined, 'workOrder', { act: 'create', input: CREATE, actor: actor('clerk') }, '2026-10-09T03:45:00.000Z');
  if (!created.ok) throw new Error(`the bench cannot create an order: ${JSON.stringify(created.refusals)}`);
  const order: Matter = created.matter;
  const rows: [string, Measured][] = [
    ['compile policy', measure(20, () => void compilePolicy(world.document, { hash: 'x' }))],
    ['create (decide + react)', measure(3_000, () => void world.act(undefined, 'workOrder', { act: 'create', input: CREATE, actor: actor('clerk') }, NOW))],
    ['take (decide + react)', measure(5_000, () => void world.act(order, 'workOrder', { act: 'take', input: {}, actor: actor('manager') }, NOW))],
    ['refused', measure(5_000, () => void world.act(order, 'workOrder', { act: 'take', input: {}, actor: actor('clerk') }, NOW))],
    ['evolve one event', measure(5_000, () => void evolve(undefined, created.events[0]!))],
  ];
  console.log(`yardstick ${rule.medianUs.toFixed(1)} µs median (JSON round trip of 3 kB)`);
  for (const [name, { medianUs, p95Us, runs }] of rows) {
    console.log(`${name.padEnd(26)} ${medianUs.toFixed(1).padStart(9)} µs median ${p95Us.toFixed(1).padStart(9)} µs p95  ${(medianUs / rule.medianUs).toFixed(2).padStart(8)} × yardstick  (${runs} runs)`);
  }
}
