import { effectiveKinds, movesOf, type EffectiveKind } from '../effective-kind.ts';
import { unknownName } from '../unknown-name.ts';
import { finding, kindParts, type LintRule, type LintSubject } from '../lint-subject.ts';
import type { PackProblem } from '../../load/pack-problem.ts';

/** Names of all kinds, each once. */
export const kindNames = (subject: LintSubject): readonly string[] => [...new Set(kindParts(subject).map(({ kind }) => kind))];

function stateProblems(kind: EffectiveKind): readonly PackProblem[] {
  const moves = [...kind.acts.entries()].map(([act, placed]) => ({ act, placed: placed.at(-1)!, ...movesOf(placed) }));
  const known = new Set(['new', ...kind.states, ...kind.final, ...kind.resting]);
  const unknown = moves.flatMap(({ placed, from, to }) =>
    [...(from ?? []), ...to].filter((state) => !known.has(state)).map((state) => unknownName(placed.part.pack, placed.path, 'unknownState', `${kind.name} has no state ${state}`, state, known)),
  );
  const reached = new Set(moves.flatMap(({ to }) => to));
  const record = kind.governor === undefined && [...kind.acts.values()].flat().every(({ part }) => part.document.record === true);
  const stuck = [...reached].filter((state) => {
    if (record || kind.final.has(state) || kind.resting.has(state)) return false;
    return !moves.some(({ from, to }) => (from === undefined || from.includes(state)) && to.some((target) => target !== state));
  });
  return [
    ...unknown,
    ...stuck.map((state) => {
      const into = moves.find(({ to }) => to.includes(state))!.placed;
      return finding(into.part.pack, into.path, 'stateNobodyLeaves', `${kind.name} stays in ${state} for ever: no act leads out of it, and it is neither final nor resting`);
    }),
  ];
}

/** Every state that can be reached can be left, final and resting ones aside; records rest by nature. */
export const states: LintRule = (subject) => kindNames(subject).flatMap((name) => effectiveKinds(subject, name).flatMap(stateProblems));
