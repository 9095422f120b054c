import type { Words } from './words.ts';

const PERIODS = {
  businessDate: 'business date', day: 'day', week: 'week', halfMonth: 'half month', month: 'month', quarter: 'quarter', halfYear: 'half year', year: 'year',
} as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The sentences in English. */
export const ENGLISH: Words = {
  language: 'en',
  comma: ', ',
  elapsed: (hours, minutes, seconds) => joined([[hours, 'h'], [minutes, 'min'], [seconds, 's']], '0 min'),
  working: (time) => `${time} of working time`,
  workingDays: (n) => counted(n, 'working day'),
  calendar: (months, days) =>
    [[Math.floor(months / 12), 'year'] as const, [months % 12, 'month'] as const, [days, 'day'] as const]
      .filter(([n]) => n > 0)
      .map(([n, unit]) => counted(n, unit))
      .join(' ') || 'the same day',
  at: (amount, hour) => (hour === 'start' ? `${amount}, to the same time of day` : `${amount}, at ${hour}`),
  timeOfDay: (hour) => `the next ${hour}`,
  endOf: (period) => `the end of the ${PERIODS[period]}`,
  dayOfMonth: (day, next) => `day ${day} of the ${next ? 'next ' : ''}month`,
  workingDayOf: (n, period, next) => `${n < 0 ? 'the last working day' : `working day ${n}`} of the ${next ? 'next ' : ''}${PERIODS[period]}`,
  weekday: (weekday) => WEEKDAYS[weekday]!,
  endOfDate: (date) => `the end of ${date}`,
  before: (amount) => `${amount} before`,
  clause: (place, quoted) => `Clause: ${place}${quoted === undefined ? '' : `, “${quoted}”`}`,
  open: "Operator's setting: the text gives no figure",
  start: (at, zone, limit) => `Start: ${at} (${zone}); limit: ${limit}`,
  segment: (isCounted, from, to, reason, amount) =>
    `${isCounted ? 'Counted' : 'Not counted'}: ${from} to ${to}, ${reason}${amount === null ? '' : `, ${amount}`}`,
  reasons: {
    clock: 'by the clock', hours: 'working hours', closed: 'outside working hours', day: 'calendar days', workingDay: 'working days',
    startDay: 'the day of the start', weekend: 'weekend', holiday: 'public holiday', makeUp: 'make-up working day',
    exception: "the operator's exception", rolled: 'the day it moved to', pause: 'paused', summary: 'in sum',
  },
  named: (reason, name) => `${reason} (${name.en})`,
  amount: (unit, amount) => counted(amount, unit === 'months' ? 'month' : unit === 'workingDays' ? 'working day' : 'day'),
  rolled: (from, to) => `The last day moved from ${from} to ${to}`,
  pause: (from, to, moved) => `Paused: ${from}${to === null ? ' on' : ` to ${to}`}; the due moved by ${moved}`,
  restart: (at) => `Started again: ${at}`,
  extension: (at, by, ofStart, due, approvedBy, reason) =>
    `Extended: ${at}, ${ofStart ? `to ${by} from the start` : `by ${by}`}, due ${due}`
    + (approvedBy === undefined ? '' : `, approved by ${approvedBy}`) + (reason === undefined ? '' : `, reason: ${reason}`),
  other: (limit, at) => `Not taken: ${limit}, due ${at}`,
  due: (at, inclusive) => `Due: ${at} ${inclusive ? '(done at that instant is in time)' : '(done at that instant is late)'}`,
  provisional: (year) => `Provisional: no notice of holidays is kept for ${year}; the weekly hours alone were used`,
  notice: (title, number, published) => `Source: ${[title, number, published].filter(Boolean).join(', ')}`,
  settings: (list) => `Settings: ${list}`,
  setting: {
    'roll=forward': 'a last day off moves forward', 'roll=back': 'a last day off moves back', 'roll=none': 'a last day off does not move',
    'rollOn=nonWorking': 'any day off moves it', 'rollOn=weekend': 'only weekends move it', 'rollOn=holiday': 'only public holidays move it',
    'firstDay=excluded': 'the first day is not counted', 'firstDay=included': 'the first day is counted',
    'monthEnd=clamp': 'a month without the day ends on its last', hour: 'time of day',
  },
};

function counted(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

function joined(parts: [number, string][], none: string): string {
  return parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`).join(' ') || none;
}
