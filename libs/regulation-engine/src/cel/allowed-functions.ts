/** What `holds` compares: figures, durations (an int is milliseconds, as `workingBetween` gives them), times of day. */
const WEIGHED = ['int, int', 'double, double', 'int, double', 'double, int', 'Span, Span', 'int, Span', 'TimeOfDay, TimeOfDay'];

/** Functions and methods a pack may call, with their signatures for the type check. Anything else is refused: no regular expressions, no clock, no conversions. */
export const SIGNATURES: readonly string[] = [
  'present(dyn): bool',
  'ratio(int, int): double', 'ratio(double, double): double', 'ratio(int, double): double', 'ratio(double, int): double',
  'min(int, int): int', 'min(double, double): double', 'min(Instant, Instant): Instant', 'min(list<int>): int', 'min(list<double>): double', 'min(list<Instant>): Instant',
  'max(int, int): int', 'max(double, double): double', 'max(Instant, Instant): Instant', 'max(list<int>): int', 'max(list<double>): double', 'max(list<Instant>): Instant',
  'sum(list<int>): int', 'sum(list<double>): double', 'mean(list<int>): double', 'mean(list<double>): double',
  'distinct(list<V>): list<V>',
  'daysBetween(Instant, Instant): int', 'daysBetween(Day, Day): int', 'daysBetween(Instant, Day): int', 'daysBetween(Day, Instant): int',
  'workingBetween(Instant, Instant): int',
  'dateOf(Instant): Day', 'timeOf(Instant): TimeOfDay', 'businessDate(Instant): Day', 'instantOf(Day, TimeOfDay): Instant',
  'endOf(string, Instant): Instant', 'endOf(string, Day): Instant',
  'isWorkingDay(Day): bool', 'daysOf(Day, Day): list<Day>', 'daysOff(Day, Day): list<Day>',
  'addTo(Instant, Span): Instant', 'addTo(Day, Span): Day',
  'rankOf(string): int', 'departmentOf(string): string', 'superiorOf(string): string', 'leaderOf(string): string',
  'is(string, string): bool', 'inRole(string): list<string>',
  ...['atLeast', 'atMost', 'above', 'below', 'equals'].flatMap((name) => WEIGHED.map((pair) => `${name}(${pair}): bool`)),
];

/** Names allowed in a source: `holds` and `has` are rewritten before the check. */
export const ALLOWED_FUNCTIONS: ReadonlySet<string> = new Set([...SIGNATURES.map((signature) => signature.slice(0, signature.indexOf('('))), 'holds', 'has', 'size'].filter((name) => !['present', 'atLeast', 'atMost', 'above', 'below', 'equals'].includes(name)));

export const ALLOWED_METHODS: ReadonlySet<string> = new Set(['exists', 'all', 'exists_one', 'filter', 'map', 'size', 'contains', 'startsWith', 'endsWith']);
