import { readFile } from 'node:fs/promises';
import { parseScenario } from '../parse/parse-scenario.ts';
import { ScenarioRefused } from '../run/run-scenario.ts';
import type { Scenario, ScenarioProblem } from '../scenario.ts';

/** All files, read; throws {@link ScenarioRefused} with every problem of every file, titles used twice among them. */
export async function readScenarios(files: readonly string[]): Promise<Scenario[]> {
  const problems: ScenarioProblem[] = [];
  const scenarios = new Map<string, Scenario>();
  for (const file of files) {
    const scenario = parseScenario(await readFile(file, 'utf8'), file);
    if (Array.isArray(scenario)) problems.push(...scenario);
    else {
      const other = scenarios.get(scenario.title);
      if (other) problems.push({ file, line: 1, column: 1, message: `title "${scenario.title}" is that of ${other.file}` });
      else scenarios.set(scenario.title, scenario);
    }
  }
  if (problems.length > 0) throw new ScenarioRefused(problems);
  return [...scenarios.values()];
}
