/** What a command prints, and its exit code: 0 fine, 1 something is wrong, 2 it was called wrongly. */
export interface Answer {
  readonly lines: readonly string[];
  readonly code: 0 | 1 | 2;
}

/** An option of a command: `--rules`, or with what it takes `--sources FOLDER`. */
export interface Option {
  readonly name: `--${string}`;
  readonly takes?: string;
  readonly says: string;
}

/** What a command was given: names in order, and options with what they took (`''`: nothing to take). */
export interface Given {
  readonly names: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** One command of `packs`. */
export interface Command {
  readonly name: string;
  /** Names it takes: `[id|folder …]`. */
  readonly takes: string;
  /** Fewest and most names; `most` left out: any number. */
  readonly least: number;
  readonly most?: number;
  readonly says: string;
  readonly example: string;
  readonly options?: readonly Option[];
  run(given: Given): Answer;
}
