import { folderOf, proofLines } from '../../load/find-pack.ts';
import { loadCore, loadPack } from '../../load/load-pack.ts';
import { listCores } from '../../load/pack-directory.ts';
import type { Command } from '../command.ts';
import { explainRule } from '../../explain/explain-rule.ts';
import { UsageError } from '../given.ts';

export const explain: Command = {
  name: 'explain',
  takes: 'ID/RULE',
  least: 1,
  most: 1,
  says: 'a rule with its citation, and what each item that carries it does',
  example: 'explain s2.4/11',
  run({ names: [reference = ''] }) {
    const at = reference.lastIndexOf('/');
    const [name, rule] = [reference.slice(0, Math.max(at, 0)), reference.slice(at + 1)];
    if (name === '' || rule === '') throw new UsageError(`${reference} names no rule: a pack and the number of a rule, as s2.4/11`);
    const pack = loadPack(folderOf(name));
    return { lines: [...proofLines(pack.document.pack, pack.directory), ...explainRule(pack, rule, listCores().map((file) => loadCore(file).document))], code: 0 };
  },
};
