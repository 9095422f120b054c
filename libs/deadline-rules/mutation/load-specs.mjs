import { readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installCollector } from './collect-tests.mjs';

let generation = 0;

/** Files of the sandbox are loaded once a generation, so that what a module does while it loads can be mutated too. */
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const own = found.url.startsWith('file:') && !found.url.includes('/node_modules/') && found.url.endsWith('.ts');
    return own ? { ...found, url: `${found.url}?generation=${generation}` } : found;
  },
});

/**
 * Loads every spec below a folder afresh (Node strips the types) and gives its tests.
 * @param {string} folder
 * @returns {Promise<import('./collect-tests.mjs').CollectedTest[]>}
 */
export async function loadSpecs(folder) {
  generation += 1;
  const tests = [];
  installCollector(tests);
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.spec.ts')).sort();
  for (const name of names) await import(pathToFileURL(join(folder, name)).href);
  return tests;
}
