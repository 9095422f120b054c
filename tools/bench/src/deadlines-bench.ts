import { compileCalendar, dueInstantAt, parseDue } from '@huiyin/deadline-rules';
import type { CaseFile } from '@huiyin/deadline-rules';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Candidate } from './deadlines-candidate.ts';
import { CHINESE_DAYS, LUXON_BUSINESS_DAYS } from './deadlines-days.ts';
import { DAYJS_BUSINESS_TIME } from './deadlines-dayjs.ts';
import { MOMENT_BUSINESS_DAYS, MOMENT_BUSINESS_TIME } from './deadlines-moment.ts';
import { ours } from './deadlines-ours.ts';
import { casesOf, race } from './deadlines-race.ts';
import type { Race } from './deadlines-race.ts';
import { calendarWith, holidayEdit } from './deadlines-recompute.ts';
import { WALKS } from './deadlines-walk.ts';
import { measure } from './measure.ts';

const CANDIDATES: readonly Candidate[] = [...WALKS, DAYJS_BUSINESS_TIME, MOMENT_BUSINESS_TIME, MOMENT_BUSINESS_DAYS, LUXON_BUSINESS_DAYS, CHINESE_DAYS];
const QUESTIONS = [['addWorkingTime', 'working time added'], ['workingTimeBetween', 'working time between'], ['addWorkingDays', 'working days added']] as const;
const REPETITIONS = 31;
const TARGET = 10;

/** The deadline library against packages that answer the same cases; each first has to be right. Then edits and large calendars. */
export function deadlinesBench(): void {
  const file = JSON.parse(readFileSync(caseFile(), 'utf8')) as CaseFile;
  const us = ours(file);
  const ratios: number[] = [];
  for (const [op, title] of QUESTIONS) {
    const cases = casesOf(file, op);
    const races = CANDIDATES.map((candidate) => race(candidate, us, cases, REPETITIONS)).filter(({ asked }) => asked > 0);
    const own = race(us, us, cases, REPETITIONS);
    console.log(`\n${title}: ${cases.length} cases, ours right on ${cases.length - own.wrong.length}, ${own.theirsUs?.toFixed(2) ?? '-'} µs a call`);
    for (const row of races) console.log(rowOf(row));
    const right = races.filter((row) => row.theirsUs !== undefined).map((row) => row.theirsUs! / row.oursUs!);
    if (right.length > 0) ratios.push(Math.min(...right));
    console.log(`  fastest right one: ${right.length > 0 ? Math.min(...right).toFixed(1) : '-'} × ours (target ${TARGET} ×)`);
  }
  console.log(`\nleast ratio over all questions: ${Math.min(...ratios).toFixed(1)} ×`);
  console.log(`a new calendar and its first question: ${firstQuestion().toFixed(0)} µs (packages are set up before they are measured, so is ours above)`);
  edits();
  exceptions();
}

/** Microseconds to compile a calendar with three years of notices and ask it once: what the figures above do not show. */
function firstQuestion(): number {
  const limit = parseDue('P20WH');
  return measure(200, () => void dueInstantAt(limit, '2026-09-28T02:00:00.000Z', compileCalendar({ zone: 'Asia/Shanghai', hours: '08:30-17:30', country: 'CN' }))).medianUs;
}

function rowOf({ candidate, asked, wrong, theirsUs, oursUs }: Race): string {
  const name = `  ${candidate.padEnd(40)} right on ${String(asked - wrong.length).padStart(2)} of ${String(asked).padStart(2)}`;
  if (theirsUs === undefined || oursUs === undefined) return `${name}  wrong, not compared: ${wrong.join(' ')}`;
  return `${name}  ${theirsUs.toFixed(2).padStart(9)} µs  ours ${oursUs.toFixed(2).padStart(6)} µs  ${(theirsUs / oursUs).toFixed(1).padStart(7)} ×`;
}

function edits(): void {
  const { ms, moved } = holidayEdit(9);
  console.log(`\n10,000 open steps after a holiday edit: ${ms[Math.floor(ms.length / 2)]!.toFixed(0)} ms median, ${ms.at(-1)!.toFixed(0)} ms worst of ${ms.length}, ${moved} moved (target 1,000 ms)`);
}

function exceptions(): void {
  const [days, hours] = [parseDue('P60WD'), parseDue('P200WH')];
  const rows = [10, 100, 1_000, 10_000].map((count) => {
    const calendar = calendarWith(count);
    const { medianUs } = measure(5_000, () => {
      dueInstantAt(days, '2026-09-28T02:00:00.000Z', calendar);
      dueInstantAt(hours, '2026-09-28T02:00:00.000Z', calendar);
    });
    return { count, medianUs };
  });
  console.log('\ncost by exceptions in the calendar (P60WD and P200WH)');
  for (const { count, medianUs } of rows) console.log(`  ${String(count).padStart(6)} ${medianUs.toFixed(2).padStart(8)} µs  ${(medianUs / rows[0]!.medianUs).toFixed(2)} × that of ${rows[0]!.count}`);
}

/** The case file kept with the library. */
function caseFile(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@huiyin/deadline-rules/package.json')), 'cases', 'deadline-cases.json');
}
