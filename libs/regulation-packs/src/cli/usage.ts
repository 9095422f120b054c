import type { Command } from './command.ts';

const indent = '                               ';

function head({ name, takes }: Command): string {
  return `packs ${name} ${takes}`.trimEnd();
}

/** A command with its options and an example. */
export function usageOf(command: Command): readonly string[] {
  return [
    `${head(command).padEnd(indent.length - 1)} ${command.says}`,
    ...(command.options ?? []).map(({ name, takes, says }) => `  ${`${name}${takes === undefined ? '' : ` ${takes}`}`.padEnd(indent.length - 3)} ${says}`),
    `  for example: npm run -s packs -- ${command.example}`,
  ];
}

/** Every command with its options and an example. */
export function usage(commands: readonly Command[]): readonly string[] {
  return [...commands.flatMap(usageOf), '', 'A pack is named by its id (s2.4; also that of a proof) or by its folder. Exit code: 0 fine, 1 something is wrong, 2 called wrongly.'];
}
