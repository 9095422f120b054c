import { readFile } from 'node:fs/promises';
import { parseScenario } from '../parse/parse-scenario.ts';
import { describeStep } from '../report/describe-result.ts';
import { namesInValue } from '../names/saved-names.ts';
import type { Scenario, ScenarioProblem, Step } from '../scenario.ts';
import { finalChecks } from './final-checks.ts';
import { judgeStep, notRun } from './judge-step.ts';
import { openCustomerAccounts, openTenant } from './open-tenant.ts';
import type { SystemUnderTest } from './open-tenant.ts';
import { performStep } from './perform-step.ts';
import { summed } from './scenario-result.ts';
import type { CheckResult, ScenarioResult, StepResult } from './scenario-result.ts';
import { SecondOperator } from './second-operator.ts';
import type { Accounts, Tenant } from './tenant.ts';

export interface RunOptions extends SystemUnderTest {
  /** Gets each step's result as one or more readable lines, as it happens. */
  readonly log?: (line: string) => void;
  /** The account of each actor; without it passwords are random and forgotten after the run. */
  readonly accountOf?: Accounts;
  /** Without the second operator and its checks: for filling a demo, not for acceptance. */
  readonly alone?: boolean;
}

/** A file that is refused before anything runs. */
export class ScenarioRefused extends Error {
  readonly problems: readonly ScenarioProblem[];

  constructor(problems: readonly ScenarioProblem[]) {
    super(problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'));
    this.problems = problems;
  }
}

/** Reads a scenario file and runs it. Throws {@link ScenarioRefused} where the file is not sound. */
export async function runScenarioFile(path: string, options: RunOptions): Promise<ScenarioResult> {
  const scenario = parseScenario(await readFile(path, 'utf8'), path);
  if (Array.isArray(scenario)) throw new ScenarioRefused(scenario);
  return runScenario(scenario, options);
}

/**
 * Runs a scenario on a fresh simulated operator, with a second operator of the same names beside it, and makes the
 * final checks. A step that fails does not end the run; a fixture that fails does.
 */
export async function runScenario(scenario: Scenario, options: RunOptions): Promise<ScenarioResult> {
  const { file, title, card } = scenario;
  const steps: StepResult[] = [];
  const checks: CheckResult[] = [];
  const note = (result: StepResult): void => {
    steps.push(result);
    options.log?.(describeStep(result));
  };
  let tenant: Tenant | undefined;
  try {
    const second = options.alone ? undefined : await SecondOperator.open(scenario, options);
    tenant = await openTenant(scenario, options, options.accountOf);
    const ready = await runGiven(scenario, tenant, second, note);
    for (const step of scenario.steps) note(ready ? await runStep(step, tenant, second) : notRun(step, 'a fixture of given failed'));
    if (ready) checks.push(...(await finalChecks(tenant)), ...((await second?.finalChecks(tenant)) ?? []));
  } catch (fault) {
    checks.push({ title: 'the operators open and the run comes to its end', ok: false, problem: (fault as Error).message });
  }
  return summed({ file, title, card, operatorId: tenant?.operatorId, steps, checks });
}

async function runGiven(scenario: Scenario, tenant: Tenant, second: SecondOperator | undefined, note: (result: StepResult) => void): Promise<boolean> {
  for (const step of scenario.given) {
    const result = await runStep(step, tenant, second);
    note(result);
    if (!result.ok) return false;
  }
  await openCustomerAccounts(scenario, tenant);
  return true;
}

async function runStep(step: Step, tenant: Tenant, second: SecondOperator | undefined): Promise<StepResult> {
  const missing = namesUsed(step).find((name) => !tenant.saved.has(name));
  if (missing !== undefined) return notRun(step, `the step that saves $${missing} failed`);
  const performed = await performStep(step, tenant);
  await second?.lookAfter(step, performed, tenant);
  return judgeStep(step, performed);
}

function namesUsed(step: Step): string[] {
  const { headers, body } = step.expect;
  return namesInValue([step.path, step.query, { ...step.headers }, step.body ?? null, headers ?? null, body ?? null]);
}
