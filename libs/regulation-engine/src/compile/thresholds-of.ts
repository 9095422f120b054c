import { THRESHOLD } from '../thresholds/threshold-kind.ts';
import type { CompiledAction, CompiledEffect, CompiledKindFamily } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';

/** Effects that wait for a count, by their item: a kind that several packs govern has each once. */
export function thresholdsOf(kinds: ReadonlyMap<string, CompiledKindFamily>): ReadonlyMap<string, CompiledEffect> {
  const all = [...kinds.values()].flatMap(({ plain, governed }) => [plain, ...governed.map(({ kind }) => kind)]);
  return new Map(all.flatMap(({ thresholdEffects }) => thresholdEffects.map((effect) => [effect.item, effect])));
}

/** What is reached is kept as a matter of its own; and nothing costs anybody points or money unless somebody decides so. */
export function thresholdProblems(compiler: Compiler, kinds: ReadonlyMap<string, CompiledKindFamily>): void {
  const known = [...(kinds.get(THRESHOLD)?.plain.acts.values() ?? [])].some(({ creating }) => creating);
  for (const { item, pack, actions } of thresholdsOf(kinds).values()) {
    const path = item.slice(pack.length + 1);
    if (!known) compiler.problem('unknownKind', pack, path, `no act opens a ${THRESHOLD}`);
    for (const action of actions) for (const wrong of wrongWith(action)) compiler.problem('thresholdEffect', pack, path, wrong);
  }
}

function wrongWith(action: CompiledAction): readonly string[] {
  const punishes = action.post?.ledger === 'points' || action.post?.ledger === 'money';
  const onItself = action.act !== undefined && (!action.on || 'self' in action.on);
  const setsFacts = action.set.length > 0 && action.open === undefined && action.act === undefined && action.publish === undefined;
  return [
    ...(punishes ? ['nothing is posted to points or money because a count is reached: open a decision, whose options post'] : []),
    ...(onItself ? ['what is reached has no further acts: say on what the act is done'] : []),
    ...(setsFacts || action.as !== undefined ? ['what is reached has no further facts'] : []),
  ];
}
