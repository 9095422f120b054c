import type { Command, Given } from './command.ts';

/** A command called wrongly; the message says what it takes. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

function counted({ name, takes, least, most, example }: Command, names: readonly string[]): void {
  const wanted = `${name} takes ${takes === '' ? 'no names' : takes}, as in: packs ${example}`;
  if (names.length < least) throw new UsageError(`${names.length === 0 ? 'nothing was named' : `only ${names.join(' ')} was named`}: ${wanted}`);
  if (most !== undefined && names.length > most) throw new UsageError(`${names.slice(most).join(' ')} is too much: ${wanted}`);
}

/**
 * What a command was given on the command line.
 * @throws UsageError for an option it does not know, one that lacks what it takes, or too few or too many names
 */
export function givenTo(command: Command, parameters: readonly string[]): Given {
  const known = command.options ?? [];
  const names: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < parameters.length; at += 1) {
    const parameter = parameters[at]!;
    if (!parameter.startsWith('-')) {
      names.push(parameter);
      continue;
    }
    const option = known.find(({ name }) => name === parameter);
    if (option === undefined) throw new UsageError(`${command.name} has no option ${parameter}; ${known.length === 0 ? 'it has none' : `allowed: ${known.map(({ name }) => name).join(', ')}`}`);
    if (options.has(option.name)) throw new UsageError(`${option.name} is given twice`);
    if (option.takes === undefined) options.set(option.name, '');
    else {
      const taken = parameters[(at += 1)];
      if (taken === undefined || taken.startsWith('-')) throw new UsageError(`${option.name} takes ${option.takes}: ${option.says}`);
      options.set(option.name, taken);
    }
  }
  counted(command, names);
  return { names, options };
}
