/** A place in a pack's files; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong with a pack, where, and what would be right. */
export interface PackProblem extends Position {
  /** Stable: `yaml`, `alias`, `duplicate`, `shape`, `unknownKey`, or a code of the linter. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** `kinds.workOrder.acts.price.require[0].that`. */
  readonly path: string;
  readonly message: string;
  readonly found?: string;
  readonly allowed?: readonly string[];
}

/** `file:line:column code message (found …, allowed …)`, one line. */
export function problemLine(problem: PackProblem): string {
  const found = problem.found === undefined ? '' : `; found ${problem.found}`;
  const allowed = problem.allowed === undefined ? '' : `; allowed: ${problem.allowed.join(', ')}`;
  return `${problem.file}:${problem.line}:${problem.column} ${problem.code} ${problem.path}: ${problem.message}${found}${allowed}`;
}

/** A pack that cannot be used; `problems` say why. */
export class PackRefusedError extends Error {
  readonly problems: readonly PackProblem[];

  constructor(pack: string, problems: readonly PackProblem[]) {
    super(`pack ${pack} is refused:\n${problems.map(problemLine).join('\n')}`);
    this.name = 'PackRefusedError';
    this.problems = problems;
  }
}
