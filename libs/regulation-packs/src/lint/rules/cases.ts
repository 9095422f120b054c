import type { PackDocument } from '@huiyin/regulation-engine';
import { examplesOf } from '../../cases/case-document.ts';
import { runCases, unplayableStages } from '../../cases/run-cases.ts';
import type { LoadedPack } from '../../load/load-pack.ts';
import type { PackProblem } from '../../load/pack-problem.ts';
import { rulesOf } from '../rule-references.ts';
import { finding } from '../lint-subject.ts';

/** Every stage can be played, every example holds on the real engine and proves a rule that the pack cites. Looked at last: it says nothing of a pack that is wrong elsewhere. */
export function cases(pack: LoadedPack, cores: readonly PackDocument[], bases: readonly PackDocument[] = []): readonly PackProblem[] {
  const cites = pack.document.cites ?? {};
  const unknown = examplesOf(pack.document).cases.flatMap(({ rule }, index) =>
    rulesOf(rule).filter((number) => !Object.hasOwn(cites, number)).map((number) => finding(pack, `cases[${index}].rule`, 'unknownRule', `rule ${number} has no entry in cites`)),
  );
  const failed = runCases(pack.document, cores, { bases }).flatMap(({ index, case: { name }, failures }) =>
    failures.map((failure) => finding(pack, `cases[${index}]`, 'caseFails', `${name}: ${failure}`)),
  );
  const stages = unplayableStages(pack.document, cores, bases).map(({ stage, reason }) => finding(pack, `stages.${stage}`, 'stageFails', reason));
  return [...unknown, ...stages, ...failed];
}
