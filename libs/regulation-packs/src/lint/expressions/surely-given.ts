import { entries } from '../lint-subject.ts';
import { movesOf, type EffectiveKind } from '../effective-kind.ts';
import { requiredBy } from './matter-types.ts';

/** Acts after which the field may have a value: those that require or take it, and those that set it by themselves. */
function fillers(kind: EffectiveKind, field: string): ReadonlySet<string> {
  const taking = (kind.fields.get(field) ?? []).flatMap(({ document }) => [...(document.required ?? []), ...(document.optional ?? [])]);
  const setting = [...kind.acts].filter(([, placed]) => placed.some(({ document }) => entries(document.set).some(([name]) => name === field))).map(([act]) => act);
  return new Set([...taking, ...setting]);
}

/** Once this act is done, can the matter come back to a state it starts from? */
function mayRunAgain(kind: EffectiveKind, act: string): boolean {
  const { from, to } = movesOf(kind.acts.get(act) ?? []);
  if (from === undefined || to.length === 0) return true;
  const reached = new Set(to);
  for (const state of reached) {
    for (const placed of kind.acts.values()) {
      const move = movesOf(placed);
      if (move.from === undefined ? !kind.final.has(state) : move.from.includes(state)) for (const next of move.to) reached.add(next);
    }
  }
  // Target rows may all fail: then the state stays.
  const stays = (kind.acts.get(act) ?? []).some(({ document }) => typeof document.to === 'object' && document.to.at(-1)?.if !== undefined);
  return stays || from.some((state) => reached.has(state));
}

/**
 * Is the field surely given now, when the act is done? What an act requires may have been given earlier; so it must make the matter, or be the
 * only act that fills the field and run but once. What a table sets or a number fills is not given.
 */
export function surelyGiven(kind: EffectiveKind, field: string, act: string): boolean {
  if (!requiredBy(kind, field, act)) return false;
  const { from } = movesOf(kind.acts.get(act) ?? []);
  if (from !== undefined && from.every((state) => state === 'new')) return true;
  const others = [...fillers(kind, field)].some((other) => other !== act && kind.acts.has(other));
  const derived = kind.tables.some(({ document }) => document.sets === field) || [...kind.acts.values()].flat().some(({ part }) => part.document.number?.into === field);
  return !others && !derived && !mayRunAgain(kind, act);
}
