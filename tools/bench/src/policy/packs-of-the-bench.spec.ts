import { compilePolicy } from '@huiyin/regulation-engine';
import type { PackDocument } from '@huiyin/regulation-engine';
import { lintPolicy, loadPack, policyHash, Positions } from '@huiyin/regulation-packs';
import type { LoadedPack } from '@huiyin/regulation-packs';
import { documentOf } from '../engine/repair-house.ts';
import { countItems, totalOf } from './count-items.ts';
import { firstPacks, fortyFourPacks, ITEMS, manyItems, onePack, realPacks, stackedPacks } from './packs-of-the-bench.ts';
import type { BenchPacks } from './packs-of-the-bench.ts';

/** Copies stand on no source of their own: their words are those of the pack they are copied from, which its own tests look up. */
const loaded = ({ source: _, ...document }: PackDocument): LoadedPack => ({ document, positions: new Positions(document.pack), directory: '' });
const lintOf = ({ cores, packs }: BenchPacks): readonly string[] =>
  lintPolicy({ cores: cores.map(loaded), packs: packs.map(loaded) }).filter(({ severity }) => severity === 'error').map(({ code, path, message }) => `${code} ${path} ${message}`);
const problemsOf = (packs: BenchPacks) => compilePolicy(documentOf(packs), { hash: 'x' }).problems;

describe('the policy of 3,700 items', () => {
  const packs = manyItems();

  it('holds so many, in no more packs than it takes', () => {
    expect(totalOf(countItems(packs.packs))).toBeGreaterThanOrEqual(ITEMS);
    expect(totalOf(countItems(packs.packs.slice(0, -1)))).toBeLessThan(ITEMS);
  });

  it('compiles without a problem', () => {
    expect(problemsOf(packs)).toEqual([]);
  });

  it('passes lint as far as the second round of copies, which reads as the others do', () => {
    expect(lintOf(firstPacks(realPacks().length + 2))).toEqual([]);
  });

  it('is the same every time it is made', () => {
    expect(policyHash(documentOf(manyItems()))).toBe(policyHash(documentOf(packs)));
  });

  it('holds kinds, gates, steps, tables and effects in the proportion of the real packs', () => {
    const [real, made] = [countItems(realPacks()), countItems(packs.packs)];
    for (const section of ['fields', 'acts', 'gates', 'steps', 'tables', 'effects', 'values', 'parties', 'queries']) {
      expect([section, (made[section]! / totalOf(made)) / (real[section]! / totalOf(real))]).toEqual([section, expect.closeTo(1, 0)]);
    }
  });
});

describe('the policy of 44 packs', () => {
  const { cores, packs } = fortyFourPacks();

  it('has 44, each of its own id, and compiles without a problem', () => {
    expect(new Set(packs.map(({ pack }) => pack)).size).toBe(44);
    expect(problemsOf({ cores, packs })).toEqual([]);
  });

  it('leaves S2.4 as it is written', () => {
    const { cases: _, stages: __, ...written } = loadPack('s2.4').document as PackDocument & { readonly cases?: unknown; readonly stages?: unknown };
    expect(packs.find(({ pack }) => pack === 's2.4')).toMatchObject(written);
  });

  it('puts every copy on kinds of its own, all but four that add to the work order', () => {
    const shapers = new Map<string, string[]>();
    for (const pack of packs) for (const kind of Object.keys(pack.kinds ?? {})) shapers.set(kind, [...(shapers.get(kind) ?? []), pack.pack]);
    expect([...shapers].filter(([, by]) => by.length > 1)).toEqual([['workOrder', ['s2.4', 'stacked1', 'stacked2', 'stacked3', 'stacked4']]]);
  });
});

describe('44 packs on one kind', () => {
  it('compile without a problem and pass lint', () => {
    expect(problemsOf(stackedPacks())).toEqual([]);
    expect(lintOf(stackedPacks())).toEqual([]);
  });

  it('all add to one act: three gates each', () => {
    const gates = ({ packs }: BenchPacks): number => compilePolicy(documentOf({ ...onePack(), packs }), { hash: 'x' }).kinds.get('workOrder')!.governed[0]!.kind.acts.get('create')!.gates.length;
    expect(gates(stackedPacks()) - gates(onePack())).toBe(43 * 3);
  });
});
