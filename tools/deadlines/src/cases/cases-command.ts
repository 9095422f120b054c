import { runCase } from '@huiyin/deadline-rules';
import type { CaseFile } from '@huiyin/deadline-rules';
import type { Outcome } from '../command-line/outcome.ts';
import { shapeCheck } from '../files/check-shape.ts';
import { readJson } from '../files/json-file.ts';
import { calendarsOf } from './case-calendars.ts';
import { CASE_FILE } from './case-schema.ts';

const checkCases = shapeCheck(CASE_FILE);

/** Runs every case of a file: each failure with what was expected and what came, then the count. Throws FileRefusedError. */
export function casesCommand(path: string): Outcome {
  const file = readJson(path);
  checkCases(file);
  const calendars = calendarsOf(file);
  const { cases } = file.value as CaseFile;
  const failures = cases.flatMap((given) => {
    const { id, passed, expected, actual } = runCase(given, calendars);
    return passed ? [] : [[`FAILED ${id} (${given.op})`, `  expected ${JSON.stringify(expected)}`, `  actual   ${JSON.stringify(actual)}`]];
  });
  return { lines: [...failures.flat(), `${cases.length - failures.length} passed, ${failures.length} failed`], code: failures.length > 0 ? 1 : 0 };
}
