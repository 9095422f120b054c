import type { LoadedPack } from '../load/load-pack.ts';
import type { PackProblem } from '../load/pack-problem.ts';
import { nearestWord } from '../wording/nearest-word.ts';
import { finding } from './lint-subject.ts';

/** More words than this help nobody. */
const most = 40;

/** A name that leads nowhere: what was found, what was probably meant, what there is. */
export function unknownName(pack: LoadedPack, path: string, code: string, message: string, name: string, known: Iterable<string>): PackProblem {
  const words = [...new Set(known)].sort();
  const meant = nearestWord(name, words);
  return { ...finding(pack, path, code, message), found: name, ...(meant !== undefined && { meant }), ...(words.length <= most && { allowed: words }) };
}
