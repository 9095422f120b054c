/** A function of expressions, as the reference tells it; the example is evaluated by the tests. */
export interface FunctionEntry {
  readonly name: string;
  readonly signature: string;
  readonly says: string;
  readonly example: string;
  readonly gives: unknown;
}

export const functionEntries: readonly FunctionEntry[] = [
  { name: 'has', signature: 'has(path): bool', says: 'Is there a value, on every step of the path? An empty text or list is absent.', example: 'has(matter.room)', gives: true },
  { name: 'holds', signature: 'holds(x, values.v): bool', says: 'Compares with a figure as the word of its clause says: 以上 `>=`, 以下 and 以内 `<=`, 超过 `>`, 不满 `<`.', example: "holds('PT30M', values.handOverLimit)", gives: true },
  { name: 'sum', signature: 'sum(list of int or decimal)', says: 'The total; of nothing 0.', example: 'sum([1, 1, 0])', gives: 2 },
  { name: 'mean', signature: 'mean(list of int or decimal): decimal', says: 'The average; of nothing it refuses.', example: 'mean([1, 0])', gives: 0.5 },
  { name: 'min', signature: 'min(a, b) or min(list)', says: 'The least number or earliest instant; of nothing it refuses.', example: 'min(1, 0)', gives: 0 },
  { name: 'max', signature: 'max(a, b) or max(list)', says: 'The greatest number or latest instant; of nothing it refuses.', example: 'max([1, 0])', gives: 1 },
  { name: 'ratio', signature: 'ratio(part, whole): decimal', says: 'Part by whole, exact; by zero it refuses.', example: 'ratio(1, 1 + 1)', gives: 0.5 },
  { name: 'distinct', signature: 'distinct(list): list', says: 'Each entry once, in order.', example: "distinct(['a', 'b', 'a'])", gives: ['a', 'b'] },
  { name: 'size', signature: 'size(list or text): int, or list.size()', says: 'How many.', example: "size(['a', 'b'])", gives: 2 },
  { name: 'exists', signature: 'list.exists(x, condition): bool', says: 'Does it hold of some entry? Every entry is looked at, so that an error of any refuses.', example: 'matter.list.exists(x, x > 1)', gives: true },
  { name: 'all', signature: 'list.all(x, condition): bool', says: 'Does it hold of every entry?', example: 'matter.list.all(x, x > 0)', gives: true },
  { name: 'exists_one', signature: 'list.exists_one(x, condition): bool', says: 'Does it hold of exactly one entry?', example: 'matter.list.exists_one(x, x == 1)', gives: true },
  { name: 'filter', signature: 'list.filter(x, condition): list', says: 'Entries of which it holds.', example: 'matter.list.filter(x, x > 1)', gives: [2] },
  { name: 'map', signature: 'list.map(x, expression): list', says: 'The expression of each entry.', example: 'matter.list.map(x, x + 1)', gives: [2, 3] },
  { name: 'contains', signature: 'text.contains(text): bool', says: 'Does it stand somewhere in it?', example: "matter.room.contains('20')", gives: true },
  { name: 'startsWith', signature: 'text.startsWith(text): bool', says: 'Does it begin so?', example: "matter.room.startsWith('12')", gives: true },
  { name: 'endsWith', signature: 'text.endsWith(text): bool', says: 'Does it end so?', example: "matter.room.endsWith('12')", gives: false },
  { name: 'daysBetween', signature: 'daysBetween(from, to): int', says: 'Local days from one date or instant to the other.', example: 'daysBetween(matter.openedAt, matter.signedAt)', gives: 3 },
  { name: 'workingBetween', signature: 'workingBetween(from, to): int', says: 'Milliseconds of business hours between two instants.', example: 'workingBetween(matter.openedAt, matter.signedAt)', gives: 54_000_000 },
  { name: 'dateOf', signature: 'dateOf(instant): date', says: 'The local date.', example: 'dateOf(matter.openedAt)', gives: '2026-10-09' },
  { name: 'timeOf', signature: 'timeOf(instant): time', says: 'The local time of day, with seconds only where there are any, as values and fields have it.', example: 'timeOf(matter.openedAt)', gives: '11:40' },
  { name: 'businessDate', signature: 'businessDate(instant): date', says: 'The date whose business hours hold the instant.', example: 'businessDate(matter.openedAt)', gives: '2026-10-09' },
  { name: 'instantOf', signature: 'instantOf(date, time): instant', says: 'The time of day on that business date: where its hours run over midnight, a time up to their close is that of the next morning.', example: "instantOf(dateOf(matter.openedAt), timeOf(matter.openedAt))", gives: '2026-10-09T03:40:00.000Z' },
  { name: 'endOf', signature: "endOf(period, date or instant): instant", says: 'The exclusive end of the period that holds it: `day`, `week`, `halfMonth`, `month`, `quarter`, `halfYear`, `year`, `businessDate`.', example: "endOf('month', matter.openedAt)", gives: '2026-10-31T16:00:00.000Z' },
  { name: 'isWorkingDay', signature: 'isWorkingDay(date): bool', says: 'Has the date working hours? A year whose holidays are not published refuses.', example: "isWorkingDay(dateOf(matter.openedAt))", gives: true },
  { name: 'daysOf', signature: 'daysOf(from, to): list of dates', says: 'Every date of a range, both ends included; at most 62.', example: 'daysOf(dateOf(matter.openedAt), dateOf(matter.signedAt))', gives: ['2026-10-09', '2026-10-10', '2026-10-11', '2026-10-12'] },
  { name: 'daysOff', signature: 'daysOff(from, to): list of dates', says: 'Those of a range without working hours: a rota names somebody for each.', example: 'daysOff(dateOf(matter.openedAt), dateOf(matter.signedAt))', gives: ['2026-10-11'] },
  { name: 'addTo', signature: 'addTo(date or instant, duration)', says: 'That much later.', example: 'addTo(matter.openedAt, values.handOverLimit)', gives: '2026-10-09T04:10:00.000Z' },
  { name: 'rankOf', signature: 'rankOf(person): int', says: 'Rank in the directory; 0 where none is known.', example: "rankOf('M1')", gives: 3 },
  { name: 'departmentOf', signature: 'departmentOf(person): text', says: 'Department in the directory.', example: "departmentOf('M1')", gives: 'equipment' },
  { name: 'superiorOf', signature: 'superiorOf(person): person', says: 'The direct superior.', example: "superiorOf('M1')", gives: 'DM1' },
  { name: 'leaderOf', signature: 'leaderOf(team): person', says: 'Who leads the team; while he is away his deputy, else his superior.', example: "leaderOf('plumbing')", gives: 'TL1' },
  { name: 'is', signature: 'is(person, post): bool', says: 'Does the person hold this post of the pack?', example: "is('M1', 'equipmentManager')", gives: true },
  { name: 'inRole', signature: 'inRole(post): list of persons', says: 'Everyone who holds it.', example: "inRole('equipmentManager')", gives: ['M1'] },
];

const shown = (value: unknown): string => `\`${JSON.stringify(value)}\``.replaceAll('|', '\\|');

/** `docs/packs/functions.md`: what expressions may call, each with an example that the tests evaluate. */
export function functionsReference(): string {
  return [
    '# Functions of expressions',
    '',
    'Written by `npm run packs -- reference`; the examples are evaluated by the tests. Expressions are CEL. Anything that is not listed here is refused by lint: no regular expressions, no clock, no conversions.',
    'A fact without value is null: `==`, `!=`, `in` and `has()` may meet it, anything else refuses; lint asks for a guard. An error surfaces out of `&&`, `||`, `all` and `exists`.',
    'In scope: `matter`, in acts also `after`, `act` and `actor`, in effects `event`, `actor` and `starter` (and `act` after an act), `line` in acts on a line and under `each`, `it` in queries and views, `values`, `facts.<query>`, `now` (not in tables).',
    'A matter carries its facts, `id kind number state final owner openedAt openedBy firstContact overdue`, `did.<act>` (the last run: by, at, times) and `steps`: `steps.<name>` is the last run of a step; under the list functions and `size` it is every run in the order in which they opened. A run has `name who due open verdict doneAt startedAt dropped line member extended margin`.',
    'Arithmetic on ints is whole; once a decimal takes part it is exact as it is written (`0.35 * 12.3` is 4.305), and a quotient without end is as near as a number comes. A field keeps it half up to its scale.',
    'A link is compared by the id of its matter: with another link, with an id, and by `in` with a list of either.',
    'What runs out at an exclusive end (next day 00:00, the close of a business date) counts in the period that ended: `event.countsAt` is the instant it counts for, `event.at` the end itself.',
    '',
    '| Function | Means | Example | Gives |',
    '|---|---|---|---|',
    ...functionEntries.map(({ signature, says, example, gives }) => `| \`${signature}\` | ${says} | \`${example.replaceAll('|', '\\|')}\` | ${shown(gives)} |`),
    '',
  ].join('\n');
}
