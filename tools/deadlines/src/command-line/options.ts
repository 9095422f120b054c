import { UsageError } from './outcome.ts';

/** The options of a command line: `--name value`, or `--name=value`; one named twice is a list. */
export class Options {
  private readonly given = new Map<string, string[]>();

  /** Throws UsageError for anything that is no option of the command, or has no value. */
  constructor(argv: readonly string[], allowed: readonly string[]) {
    const rest = [...argv];
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
      const [, name = '', inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
      if (!allowed.includes(name)) throw new UsageError(`unknown option ${JSON.stringify(word)}; allowed: ${allowed.map((option) => `--${option}`).join(', ')}`);
      const value = inline ?? rest.shift();
      if (value === undefined || (inline === undefined && value.startsWith('--'))) throw new UsageError(`--${name} needs a value`);
      this.given.set(name, [...this.all(name), value]);
    }
  }

  all(name: string): string[] {
    return this.given.get(name) ?? [];
  }

  one(name: string): string | undefined {
    const values = this.all(name);
    if (values.length > 1) throw new UsageError(`--${name} is given twice`);
    return values[0];
  }

  /** As one, but throws UsageError if it is not there. */
  needed(name: string): string {
    const value = this.one(name);
    if (value === undefined) throw new UsageError(`--${name} is needed`);
    return value;
  }

  /** As one, but only one of a list, the first by default. */
  choice<T extends string>(name: string, values: readonly [T, ...T[]]): T {
    const value = this.one(name) ?? values[0];
    const chosen = values.find((allowed) => allowed === value);
    if (chosen === undefined) throw new UsageError(`--${name} ${JSON.stringify(value)}; allowed: ${values.join(', ')}`);
    return chosen;
  }
}
