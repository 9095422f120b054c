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
  /** The allowed word that was most likely meant. */
  readonly meant?: string;
  readonly allowed?: readonly string[];
}

/** `file:line:column code path: message; found …; did you mean …?; allowed: …`, one line. */
export function problemLine({ file, line, column, code, severity, path, message, found, meant, allowed }: PackProblem): string {
  return [
    `${file}:${line}:${column} ${severity === 'warning' ? 'warning ' : ''}${code}${path === '' ? '' : ` ${path}`}: ${message}`,
    ...(found === undefined ? [] : [`found ${found}`]),
    ...(meant === undefined ? [] : [`did you mean ${meant}?`]),
    ...(allowed === undefined || allowed.length === 0 ? [] : [`allowed: ${allowed.join(', ')}`]),
  ].join('; ');
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
