import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runScenarioFile } from '@huiyin/scenario';
import { root, useSystem } from './use-system.ts';

const packs = join(root, 'libs', 'regulation-packs', 'packs');
const files = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.scenario.yaml')).sort();
const SCENARIO_MS = 180_000;

describe('scenario files through the gateway on real servers', () => {
  const system = useSystem();

  it.each(files)('%s: every step and every unasked check holds', async (file) => {
    const result = await runScenarioFile(join(packs, file), system());
    const faults = [...result.steps, ...result.checks].filter(({ ok }) => !ok).map(({ title, problem }) => `${title}\n${problem ?? ''}`);
    expect(faults).toEqual([]);
    expect(result.passed).toBeGreaterThan(0);
  }, SCENARIO_MS);
});
