import type { CheckResult, ScenarioResult, StepResult } from '../run/scenario-result.ts';

/** A scenario with each of its steps and checks, readable. */
export function describeResult(result: ScenarioResult): string {
  const head = `${result.card ? `${result.card}  ` : ''}${result.title}  (${result.file})`;
  return [head, ...result.steps.map(describeStep), ...result.checks.map(describeCheck)].join('\n');
}

export function describeStep(step: StepResult): string {
  const place = step.section === 'given' ? `given ${step.index}` : `${step.index}`;
  const row = step.row === undefined ? '' : `row ${step.row}  `;
  const line = step.ok ? '' : `  — line ${step.line}`;
  return withProblem(`  ${mark(step.ok)} ${place}  ${row}${step.title}${line}`, step.problem);
}

function describeCheck(check: CheckResult): string {
  return withProblem(`  ${mark(check.ok)} ${check.title}`, check.problem);
}

function mark(ok: boolean): string {
  return ok ? '✓' : '✗';
}

function withProblem(line: string, problem: string | undefined): string {
  return problem === undefined ? line : `${line}\n${problem.replaceAll(/^/gm, '      ')}`;
}
