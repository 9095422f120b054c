import { compilePolicy } from '@huiyin/regulation-engine';
import { composePolicy } from '../../compose/compose-policy.ts';
import { all, finding, type LintRule } from '../lint-subject.ts';
import { hosts } from './hosts.ts';

/** Any calendar will do: what is looked for does not depend on it. */
const calendar = { zone: 'Asia/Shanghai', hours: '09:00-17:00' };

/** What the engine itself finds wrong when it compiles cores and packs together: conflicts between packs, overrides that fit nothing. */
export const compiles: LintRule = (subject) => {
  // A kind that nobody declares has nothing to compile; `hosts` says so.
  if (hosts(subject).length > 0) return [];
  const parts = all(subject);
  const document = composePolicy({ cores: subject.cores.map((core) => core.document), packs: subject.packs.map((pack) => pack.document), overrides: subject.overrides, calendar });
  return compilePolicy(document, { hash: '' }).problems.flatMap((problem) => {
    const pack = parts.find((part) => part.document.pack === problem.pack) ?? parts.at(-1);
    return pack === undefined ? [] : [finding(pack, problem.item, problem.code, problem.message, problem.severity)];
  });
};
