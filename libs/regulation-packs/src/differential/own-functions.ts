import { businessDateOf, compileCalendar, countWorkingDays, daysBetween, localToInstant, workingBetween, zonedText } from '@huiyin/deadline-rules';
import type { OwnFunctions } from './second-cel.ts';

export const calendarDocument = { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' };
const calendar = compileCalendar(calendarDocument);

/** What the functions about persons are told, by both sides. */
export const people = {
  rankOf: (person: string) => person.length,
  departmentOf: (person: string) => `department of ${person}`,
  superiorOf: (person: string) => (person === 'DM1' ? null : 'DM1'),
  leaderOf: (team: string) => (team === 'other' ? null : 'C1'),
  holdsPost: (person: string, party: string) => (person.length + party.length) % 2 === 0,
  holdersOf: (party: string) => ['C1', party],
};

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
}

function weight(value: unknown): number {
  if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
  const percent = /^(-?[\d.]+)%$/.exec(text(value));
  if (percent !== null) return Number(`${percent[1]}e-2`);
  const duration = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text(value));
  if (duration === null) throw new TypeError('weighs nothing');
  return (Number(duration[1] ?? 0) * 60 + Number(duration[2] ?? 0)) * 60_000;
}

const numbers = (list: unknown): readonly (number | bigint)[] =>
  (list as readonly unknown[]).map((item) => {
    if (typeof item !== 'number' && typeof item !== 'bigint') throw new TypeError('not a number');
    return item;
  });

function extreme(sign: 1 | -1): (...values: readonly unknown[]) => unknown {
  return (...values) => {
    const list = values.length === 1 ? (values[0] as readonly unknown[]) : values;
    if (list.length === 0 || list.some((item) => item === null)) throw new RangeError('extreme of nothing');
    return [...list].sort((one, other) => ((one as number) < (other as number) ? -sign : sign))[list.length - 1];
  };
}

function datesOf(from: string, to: string): string[] {
  return from > to ? [] : [from, ...datesOf(addTo(from), to)];
}

const addTo = (date: string): string => new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The language's functions written anew, as its reference tells them. */
export const ownFunctions: OwnFunctions = {
  'holds>=': (value, limit) => weight(value) >= weight(limit),
  'holds<=': (value, limit) => weight(value) <= weight(limit),
  'holds>': (value, limit) => weight(value) > weight(limit),
  'holds<': (value, limit) => weight(value) < weight(limit),
  ratio: (part, whole) => {
    if (Number(numbers([whole])[0]) === 0) throw new RangeError('ratio by zero');
    return Number(numbers([part])[0]) / Number(whole);
  },
  min: extreme(-1),
  max: extreme(1),
  sum: (list) => {
    const items = numbers(list);
    return items.every((item) => typeof item === 'bigint') ? items.reduce((total: bigint, item) => total + item, 0n) : items.reduce((total: number, item) => total + Number(item), 0);
  },
  mean: (list) => {
    const items = numbers(list);
    if (items.length === 0) throw new RangeError('mean of nothing');
    return items.reduce((total: number, item) => total + Number(item), 0) / items.length;
  },
  distinct: (list) => (list as readonly unknown[]).filter((item, index, all) => all.indexOf(item) === index),
  dateOf: (at) => zonedText(text(at), calendar.zone).slice(0, 10),
  timeOf: (at) => zonedText(text(at), calendar.zone).slice(11, 19).replace(/:00$/, ''),
  businessDate: (at) => businessDateOf(text(at), calendar),
  instantOf: (date, time) => localToInstant(`${text(date)}T${text(time)}`, calendar.zone),
  daysBetween: (from, to) => BigInt(daysBetween(text(from), text(to), calendar)),
  workingBetween: (from, to) => BigInt(workingBetween(text(from), text(to), calendar)),
  isWorkingDay: (date) => countWorkingDays(text(date), text(date), calendar) === 1,
  daysOf: (from, to) => datesOf(text(from), text(to)),
  daysOff: (from, to) => datesOf(text(from), text(to)).filter((date) => countWorkingDays(date, date, calendar) === 0),
  rankOf: (person) => BigInt(people.rankOf(text(person))),
  departmentOf: (person) => people.departmentOf(text(person)),
  superiorOf: (person) => people.superiorOf(text(person)),
  leaderOf: (team) => people.leaderOf(text(team)),
  is: (person, party) => people.holdsPost(text(person), text(party)),
  inRole: (party) => people.holdersOf(text(party)),
};
