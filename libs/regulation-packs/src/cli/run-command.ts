import { PackRefusedError } from '../load/pack-problem.ts';
import type { Answer } from './command.ts';
import { commands } from './commands.ts';
import { givenTo, UsageError } from './given.ts';
import { usage, usageOf } from './usage.ts';

const help = new Set(['--help', '-h', 'help']);

/** Runs `packs` as it was called. Mistakes of the caller are answers; anything else is thrown. */
export function runCommand(called: readonly string[]): Answer {
  const [name = 'help', ...parameters] = called;
  if (help.has(name) && parameters.length === 0) return { lines: usage(commands), code: 0 };
  const wanted = help.has(name) ? parameters[0] : name;
  const command = commands.find((known) => known.name === wanted);
  if (command === undefined) return { lines: [`packs has no command ${wanted}; there are: ${commands.map((known) => known.name).join(', ')}. More: packs help`], code: 2 };
  if (help.has(name) || parameters.some((parameter) => parameter === '--help' || parameter === '-h')) return { lines: usageOf(command), code: 0 };
  try {
    return command.run(givenTo(command, parameters));
  } catch (error) {
    if (error instanceof UsageError) return { lines: [error.message], code: 2 };
    if (error instanceof PackRefusedError || error instanceof RangeError) return { lines: error.message.split('\n'), code: 1 };
    throw error;
  }
}
