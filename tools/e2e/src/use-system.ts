import { afterAll, beforeAll } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { startSystem } from '@huiyin/system';
import type { RunningSystem } from '@huiyin/system';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const START_MS = 120_000;

/** The whole system on real servers for the tests of one file; gone afterwards. */
export function useSystem(options: { readonly packFolder?: string } = {}): () => RunningSystem {
  let system: RunningSystem | undefined;
  beforeAll(async () => {
    system = await startSystem({ root, ephemeral: true, simulation: true, ...options });
  }, START_MS);
  afterAll(async () => {
    await system?.stop();
  }, START_MS);
  return () => {
    if (!system) throw new Error('the system is not running');
    return system;
  };
}
