import { describeResult } from '../report/describe-result.ts';
import type { SystemUnderTest } from '../run/open-tenant.ts';
import { runScenario, ScenarioRefused } from '../run/run-scenario.ts';
import { readArguments, USAGE } from './arguments.ts';
import { findScenarioFiles } from './find-files.ts';
import { readScenarios } from './read-scenarios.ts';
import { sideBySide } from './side-by-side.ts';

const AT_ONCE = 2;

export interface StartedSystem extends SystemUnderTest {
  stop(): Promise<void>;
}

export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  /** Starts the whole system, for a run without `--url`. */
  readonly start: () => Promise<StartedSystem>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Runs the files of a command line; the exit code: 0 all held, 1 something failed or was refused, 2 bad usage. */
export async function runCommand(argv: readonly string[], { environment, start, print, complain }: Surroundings): Promise<number> {
  let wanted;
  try {
    wanted = readArguments(argv, environment);
  } catch (fault) {
    complain(`${(fault as Error).message}\n\n${USAGE}`);
    return 2;
  }
  try {
    const scenarios = await readScenarios(await findScenarioFiles(wanted.paths));
    const started = wanted.system ? undefined : await start();
    const system = wanted.system ?? started!;
    try {
      const results = await sideBySide(scenarios, AT_ONCE, async (scenario) => {
        const result = await runScenario(scenario, system);
        if (!wanted.json) print(`${describeResult(result)}\n`);
        return result;
      });
      const passed = results.reduce((sum, result) => sum + result.passed, 0);
      const failed = results.reduce((sum, result) => sum + result.failed, 0);
      print(wanted.json ? JSON.stringify({ passed, failed, scenarios: results }, undefined, 2) : `${passed} passed, ${failed} failed`);
      return failed === 0 ? 0 : 1;
    } finally {
      await started?.stop();
    }
  } catch (fault) {
    complain((fault as Error).message);
    if (wanted.json && fault instanceof ScenarioRefused) print(JSON.stringify({ refused: fault.problems }, undefined, 2));
    return 1;
  }
}
