import { readFileSync, statSync } from 'node:fs';
import type { PackProblem } from './pack-problem.ts';

/** Larger than any pack's file will ever be, in characters; in bytes four times that. */
const largest = 400_000;

/** Characters that YAML has no place for; tab, line feed and carriage return aside. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/;

/** Line of the first byte that is no UTF-8. */
function wrongLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let from = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    try {
      decoder.decode(bytes.subarray(from, end < 0 ? bytes.length : end + 1));
    } catch {
      return line;
    }
    if (end < 0) return line;
    from = end + 1;
  }
}

/** Text of a file, or why it cannot be one of a pack. `shown`: as problems name the file. */
export function readText(file: string, shown: string): { readonly text: string } | { readonly problem: PackProblem } {
  const refused = (message: string, line = 1, column = 1, found?: string): { readonly problem: PackProblem } => ({
    problem: { code: 'yaml', severity: 'error', path: '', message, file: shown, line, column, ...(found !== undefined && { found }) },
  });
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return refused('there is no such file');
  if (!stat.isFile()) return refused('is no file');
  if (stat.size > 4 * largest) return refused(`the file is longer than ${largest} characters`, 1, 1, `${stat.size} bytes`);
  const bytes = readFileSync(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('the file is not UTF-8: save it in that encoding', wrongLine(bytes));
  }
  if (text.length > largest) return refused(`the file is longer than ${largest} characters`, 1, 1, `${text.length} characters`);
  const at = unprintable.exec(text)?.index;
  if (at === undefined) return { text };
  const before = text.slice(0, at).split('\n');
  return refused('a character that no text may hold', before.length, (before.at(-1)?.length ?? 0) + 1, `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`);
}
