import type { Command } from './command.ts';
import { articles } from './commands/articles.ts';
import { card } from './commands/card.ts';
import { coverage } from './commands/coverage.ts';
import { explain } from './commands/explain.ts';
import { golden } from './commands/golden.ts';
import { lint } from './commands/lint.ts';
import { mutate } from './commands/mutate.ts';
import { newCommand } from './commands/new.ts';
import { reference, schema } from './commands/published.ts';
import { sources } from './commands/sources.ts';

/** Every command of `packs`, those of an author's day first. */
export const commands: readonly Command[] = [newCommand, lint, explain, coverage, mutate, golden, sources, articles, card, reference, schema];
