import { compilePolicy } from '@huiyin/regulation-engine';
import { composePolicy } from '../../compose/compose-policy.ts';
import type { LoadedPack } from '../../load/load-pack.ts';
import type { PackProblem } from '../../load/pack-problem.ts';
import { kindsToCome, serviceToCome } from '../core-kinds.ts';
import { all, finding, kindParts, type LintRule, type LintSubject } from '../lint-subject.ts';
import { unknownName } from '../unknown-name.ts';
import { hosts } from './hosts.ts';

/** Any calendar will do: what is looked for does not depend on it. */
const calendar = { zone: 'Asia/Shanghai', hours: '09:00-17:00' };

/** A link to a kind of a service that is yet to come is worth a warning; one to a kind that nobody will ever declare is wrong. */
function nowhere(subject: LintSubject, problem: PackProblem, pack: LoadedPack): PackProblem {
  const kind = problem.code === 'unknownKind' && problem.severity === 'warning' ? /^no kind (\w+)/.exec(problem.message)?.[1] : undefined;
  if (kind === undefined) return problem;
  const service = serviceToCome(kind);
  if (service !== undefined) return { ...problem, message: `${kind} is a kind of ${service}, which nobody hosts yet` };
  return unknownName(pack, problem.path, 'unknownKind', problem.message, kind, [...kindParts(subject).map((part) => part.kind), ...Object.values(kindsToCome).flat()]);
}

/** What the engine itself finds wrong when it compiles cores and packs together: conflicts between packs, overrides that fit nothing. */
export const compiles: LintRule = (subject) => {
  // A kind that nobody declares has nothing to compile; `hosts` says so.
  if (hosts(subject).length > 0) return [];
  const parts = all(subject);
  const document = composePolicy({ cores: subject.cores.map((core) => core.document), packs: subject.packs.map((pack) => pack.document), overrides: subject.overrides, calendar });
  return compilePolicy(document, { hash: '' }).problems.flatMap((problem) => {
    const pack = parts.find((part) => part.document.pack === problem.pack) ?? parts.at(-1);
    return pack === undefined ? [] : [nowhere(subject, finding(pack, problem.item, problem.code, problem.message, problem.severity), pack)];
  });
};
