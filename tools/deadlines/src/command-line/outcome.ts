/** What a command prints, and its exit code: 0 all well, 1 failed or refused, 2 wrong usage. */
export interface Outcome {
  readonly lines: readonly string[];
  /** What is wrong with the command line or its files: for the error stream. */
  readonly complaints?: readonly string[];
  readonly code: 0 | 1 | 2;
}

/** A command line that cannot be carried out. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
