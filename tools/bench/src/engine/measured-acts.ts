import { evolve } from '@huiyin/regulation-engine';
import type { Command, FactMap } from '@huiyin/regulation-engine';
import { actor } from './repair-house.ts';
import type { RepairHouse } from './repair-house.ts';

const CREATE: FactMap = { request: 'request', customer: 'owner', customerName: '王', room: '1203', phone: '1', description: '漏水', appointedAt: '2026-10-09T06:30:00.000Z' };
const OPENED = '2026-10-09T03:45:00.000Z';
const IN_TIME = '2026-10-09T04:15:00.000Z';
const LATE = '2026-10-09T04:20:00.000Z';

const command = (act: string, by: string, input: FactMap = {}): Command => ({ act, input, actor: actor(by) });

/** A piece of work of one house that is measured. */
export type Work = () => void;

/** The acts of S2.4 that the bench measures, with what they are called in its table. */
export function measuredActs(house: RepairHouse): ReadonlyMap<string, Work> {
  const opened = house.act(undefined, command('create', 'clerk', CREATE), OPENED);
  if (!opened.ok) throw new Error(`the bench cannot create: ${JSON.stringify(opened.refusals)}`);
  const order = opened.matter;
  const taken = house.after(order, command('take', 'manager'), IN_TIME);
  const classified = house.after(taken, command('classify', 'manager', { inCatalogue: true, item: 'item', charge: 'paid' }), IN_TIME);
  const price = command('price', 'manager', { material: 3000, labour: 5000, price: 8000 });
  const commands = { create: command('create', 'clerk', CREATE), take: command('take', 'manager'), refused: command('take', 'clerk') };
  house.after(classified, price, IN_TIME);
  const late = house.after(order, commands.take, LATE);
  if (!late.steps.some(({ verdict }) => verdict === 'missed')) throw new Error('the bench misses no step');
  if (house.act(order, commands.refused, IN_TIME).ok) throw new Error('the bench refuses nothing');
  return new Map<string, Work>([
    ['create', () => void house.act(undefined, commands.create, IN_TIME)],
    ['take', () => void house.act(order, commands.take, IN_TIME)],
    ['price', () => void house.act(classified, price, IN_TIME)],
    ['take, its step missed', () => void house.act(order, commands.take, LATE)],
    ['take, refused', () => void house.act(order, commands.refused, IN_TIME)],
    ['evolve one event', () => void evolve(undefined, opened.events[0]!)],
  ]);
}
