import { describeAnswer } from '../gateway/answer.ts';
import type { Step } from '../scenario.ts';
import type { Performed } from './perform-step.ts';
import type { LocatedDifference, StepResult } from './scenario-result.ts';

/** The step's result, every difference with its line of the file. */
export function judgeStep(step: Step, performed: Performed): StepResult {
  const differences = performed.differences.map((found) => ({ ...found, line: lineOf(step, found.pointer) }));
  const lines = differences.flatMap(describe);
  if (performed.problem !== undefined) lines.push(performed.problem);
  if (performed.answer && lines.length > 0) lines.push(`answer: ${describeAnswer(performed.answer)}`);
  const { section, index, row, line, title } = step;
  const ok = lines.length === 0;
  return { section, index, row, line, title, ok, ...(ok ? {} : { problem: lines.join('\n'), differences }) };
}

/** A step that could not be tried. */
export function notRun(step: Step, why: string): StepResult {
  const { section, index, row, line, title } = step;
  return { section, index, row, line, title, ok: false, problem: `not run: ${why}` };
}

function describe(found: LocatedDifference): string[] {
  return [`${found.path} (line ${found.line})`, `  expected ${found.expected}`, `  actual   ${found.actual}`];
}

function lineOf(step: Step, pointer: string): number {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const line = step.lines.get(at);
    if (line !== undefined) return line;
  }
  return step.line;
}
