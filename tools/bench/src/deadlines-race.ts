import type { CaseAmount, CaseFile, DeadlineCase } from '@huiyin/deadline-rules';
import { amountMs, benchCalendar } from './deadlines-candidate.ts';
import type { BenchAnswer, BenchCalendar, Candidate } from './deadlines-candidate.ts';

/** What a candidate made of a group of cases; times in microseconds for each call, ours measured in turn with it. */
export interface Race {
  readonly candidate: string;
  readonly asked: number;
  readonly wrong: readonly string[];
  /** Only where every case it was asked came out right. */
  readonly theirsUs?: number;
  readonly oursUs?: number;
}

interface Prepared {
  readonly given: DeadlineCase;
  readonly calendar: BenchCalendar;
}

/** The questions of a kind that need no pauses and lie in years whose holidays are known. */
export function casesOf(file: CaseFile, op: string): Prepared[] {
  return file.cases
    .filter((given) => given.op === op && given.pauses === undefined && given.calendar !== undefined && !('error' in given.expect))
    .filter((given) => op !== 'addWorkingTime' || amountMs(given) > 0)
    .map((given) => ({ given, calendar: benchCalendar(file, given.calendar!) }));
}

/** Lets a candidate prove itself right on the cases it can express, then measures it and ours in turn on just these. */
export function race(candidate: Candidate, ours: Candidate, cases: readonly Prepared[], repetitions: number): Race {
  const expressible = cases.filter((prepared) => workOf(candidate, prepared) !== null);
  const wrong = expressible.filter((prepared) => !right(prepared.given, answerOf(candidate, prepared))).map(({ given }) => given.id);
  const result = { candidate: candidate.name, asked: expressible.length, wrong };
  if (expressible.length === 0 || wrong.length > 0) return result;
  const times = expressible.map((prepared) => {
    const theirs = timeOf(workOf(candidate, prepared)!, repetitions);
    return { theirs, ours: timeOf(workOf(ours, prepared)!, repetitions) };
  });
  const mean = (pick: (time: { theirs: number; ours: number }) => number): number => times.reduce((sum, time) => sum + pick(time), 0) / times.length;
  return { ...result, theirsUs: mean(({ theirs }) => theirs), oursUs: mean((time) => time.ours) };
}

function workOf(candidate: Candidate, { given, calendar }: Prepared): (() => BenchAnswer) | null {
  return candidate.prepare(given, calendar);
}

function answerOf(candidate: Candidate, prepared: Prepared): BenchAnswer | Error {
  try {
    return workOf(candidate, prepared)!();
  } catch (error) {
    return error as Error;
  }
}

function right({ expect }: DeadlineCase, answer: BenchAnswer | Error): boolean {
  if (typeof expect['due'] === 'string') return answer === Date.parse(expect['due']);
  if (expect['amount'] !== undefined) return answer === amountMs({ id: '', op: '', expect: {}, amount: expect['amount'] as CaseAmount });
  return answer === expect['dueDate'];
}

/** Median microseconds of a call: batches long enough for the clock, so that a busy machine's pauses fall out. */
function timeOf(work: () => BenchAnswer, repetitions: number): number {
  const once = (): number => {
    const began = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - began) / 1000;
  };
  for (let warm = 0; warm < 20; warm += 1) once();
  const batch = Math.max(1, Math.round(200 / Math.max(0.2, once())));
  const samples = Array.from({ length: repetitions }, () => {
    const began = process.hrtime.bigint();
    for (let call = 0; call < batch; call += 1) work();
    return Number(process.hrtime.bigint() - began) / 1000 / batch;
  }).sort((one, other) => one - other);
  return samples[Math.floor(samples.length / 2)]!;
}
