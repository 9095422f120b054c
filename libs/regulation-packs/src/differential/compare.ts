import { compilePolicy } from '@huiyin/regulation-engine';
import type { PackDocument } from '@huiyin/regulation-engine';
import { composePolicy } from '../compose/compose-policy.ts';
import { asJson, secondCel } from './second-cel.ts';
import { calendarDocument, ownFunctions, people } from './own-functions.ts';

/** A value, or that there is none. */
export type Answer = { readonly value: unknown } | { readonly refuses: true };

const operators: Readonly<Record<string, string>> = { 以上: '>=', 以下: '<=', 以内: '<=', 超过: '>', 不满: '<' };

function answer(run: () => unknown): Answer {
  try {
    return { value: asJson(run()) };
  } catch {
    return { refuses: true };
  }
}

/** Evaluates expressions of these packs twice: with the engine, and with a second implementation of CEL. */
export function comparer(packs: readonly PackDocument[], cores: readonly PackDocument[]): (pack: string, source: string) => (names: Readonly<Record<string, unknown>>) => { readonly engine: Answer; readonly second: Answer } {
  const policy = compilePolicy(composePolicy({ cores, packs, calendar: calendarDocument }), { hash: 'differential' });
  const words = new Map([...packs, ...cores].flatMap(({ values }) => Object.entries(values ?? {}).map(([name, { reads, word }]) => [name, operators[reads ?? word ?? ''] ?? '>='] as const)));
  return (pack, source) => {
    const ours = policy.expression(pack, source);
    const other = secondCel(source, ownFunctions, (value) => words.get(value) ?? '>=');
    return (names) => ({
      engine: answer(() => ours.evaluate({ names: { ...names }, valuesOf: () => names['values'], functions: people as never })),
      second: answer(() => other(names)),
    });
  };
}
