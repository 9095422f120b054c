import type { DueSpec } from './due-spec.ts';
import { parseHour } from './parse-hour.ts';
import type { TextScanner } from './text-scanner.ts';

const MOST_MONTHS = 2400;
const MOST_DAYS = 73_050;
const MOST_MS = MOST_DAYS * 86_400_000;
const ALLOWED = ['PT<n>H<n>M<n>S', 'P<n>Y<n>M<n>W<n>D', 'P<n>WD', 'P<n>WH<n>WM'];

/**
 * Reads a duration: by the clock (`PT1H30M`), in calendar units (`P1Y6M`, `P2W`, `P3D`), in working days (`P5WD`) or in
 * working hours (`P4WH`, `P1WH30WM`). Calendar units and the clock are not mixed: one ends with a day, the other does not.
 * Two hundred years are the most.
 */
export function parseDuration(scan: TextScanner): DueSpec {
  scan.expect(/P/, ...ALLOWED);
  if (scan.take(/T/)) return elapsed(scan);
  const workingDays = scan.take(/(\d{1,9})WD\b/);
  if (workingDays) return { kind: 'workingDays', days: atMost(scan, Number(workingDays[1]), MOST_DAYS), ...hour(scan), text: scan.text };
  const workingTime = scan.take(/(?=\d)(?:(\d{1,9})WH)?(?:(\d{1,9})WM)?\b/);
  if (workingTime) return { kind: 'workingTime', ms: clockMs(scan, workingTime[1], workingTime[2]), text: scan.text };
  const [, years, months, weeks, days] = scan.expect(/(?=\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?\b/, ...ALLOWED);
  return {
    kind: 'days',
    months: atMost(scan, number(years) * 12 + number(months), MOST_MONTHS),
    days: atMost(scan, number(weeks) * 7 + number(days), MOST_DAYS),
    ...hour(scan),
    text: scan.text,
  };
}

function elapsed(scan: TextScanner): DueSpec {
  const [, hours, minutes, seconds] = scan.expect(
    /(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?\b/,
    'hours, minutes, seconds: 1H30M, 45S',
  );
  return { kind: 'elapsed', ms: clockMs(scan, hours, minutes, seconds), text: scan.text };
}

function clockMs(scan: TextScanner, hours?: string, minutes?: string, seconds?: string): number {
  return atMost(scan, Math.round((number(hours) * 3600 + number(minutes) * 60 + number(seconds)) * 1000), MOST_MS);
}

function hour(scan: TextScanner): { at?: string } {
  return scan.take(/ at /) ? { at: parseHour(scan, 'start') } : {};
}

function atMost(scan: TextScanner, value: number, most: number): number {
  return value <= most ? value : scan.refuse('a duration of at most 200 years');
}

function number(text: string | undefined): number {
  return text === undefined ? 0 : Number(text);
}
