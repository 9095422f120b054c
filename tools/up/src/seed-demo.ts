import { fileURLToPath } from 'node:url';
import { runScenarioFile } from '@huiyin/scenario';
import { demoPassword } from './demo-accounts.ts';

const WEEK = fileURLToPath(new URL('../demo/a-week.scenario.yaml', import.meta.url));

/**
 * Opens the demo operator and lets its staff work for a week, through the gateway like everybody else.
 * @returns id of the operator
 * @throws Error naming the first step that failed
 */
export async function seedDemo(system: { readonly url: string; readonly platformKey: string }): Promise<string> {
  const result = await runScenarioFile(WEEK, { ...system, alone: true, accountOf: (login) => ({ login, password: demoPassword(login) }) });
  const fault = result.steps.find((step) => !step.ok) ?? result.checks.find((check) => !check.ok);
  if (fault) throw new Error(`the demo week did not come about: ${fault.title}: ${fault.problem ?? ''}`);
  if (!result.operatorId) throw new Error('the demo operator was not opened');
  return result.operatorId;
}
