import { problemLine } from '@huiyin/regulation-packs';
import type { PackProblem } from '@huiyin/regulation-packs';

/** One thing wrong with a file: where, what was found and what is allowed. */
export type FileProblem = PackProblem;

const SHOWN = 20;

/** A file that is not what it should be; the message lists the first problems, one a line. */
export class FileRefusedError extends Error {
  override readonly name = 'FileRefusedError';
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    const more = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : [];
    super([...problems.slice(0, SHOWN).map(problemLine), ...more].join('\n'));
    this.problems = problems;
  }
}

/** A found value as a problem quotes it: JSON, cut short. */
export function quoted(found: unknown): string {
  const text = JSON.stringify(found) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
