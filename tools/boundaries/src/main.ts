import { fileURLToPath } from 'node:url';
import { lintPlanted } from './lint-planted.ts';
import { readPlantedFiles } from './planted-file.ts';

/** Proves the boundaries: every planted violation is refused by its rule, and clean files pass. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const planted = await readPlantedFiles(fileURLToPath(new URL('../planted/', import.meta.url)));
const verdicts = await lintPlanted(root, planted);

for (const { title, file, ok, told } of verdicts) process.stdout.write(`${ok ? '✓' : '✗'} ${title} (${file}): ${told}\n`);
const failed = verdicts.filter(({ ok }) => !ok).length;
process.stdout.write(`\n${verdicts.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
