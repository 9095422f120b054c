import type { Linter } from 'eslint';
import type { PlantedFile } from './planted-file.ts';

export interface Verdict {
  readonly title: string;
  readonly file: string;
  readonly ok: boolean;
  /** What lint said, or what it should have said. */
  readonly told: string;
}

/** Whether lint refused a violation by the rule that is there for it, or let a clean file pass. */
export function judge(planted: PlantedFile, messages: readonly Linter.LintMessage[]): Verdict {
  const { title, file, refusedBy, message } = planted;
  const said = messages.map((found) => `${found.ruleId ?? 'parser'}: ${firstLine(found.message)}`);
  if (refusedBy === undefined) return { title, file, ok: messages.length === 0, told: said.join('; ') || 'passes, as it should' };
  const refusal = messages.find((found) => found.ruleId === refusedBy && found.severity === 2 && found.message.includes(message ?? ''));
  if (refusal) return { title, file, ok: true, told: `refused by ${refusedBy}` };
  const wanted = message === undefined ? refusedBy : `${refusedBy} ("${message}")`;
  return { title, file, ok: false, told: `NOT refused by ${wanted}; lint said ${said.join('; ') || 'nothing'}` };
}

function firstLine(text: string): string {
  return text.split('\n')[0]!;
}
