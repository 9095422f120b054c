import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { otherCases, soundCases } from '../testing/written-cases.ts';
import { soundPack, writtenFolder } from '../testing/written-pack.ts';
import { listedSurvivors } from './listed-survivors.ts';
import { mutate, mutationLines } from './mutate.ts';

const cores = listCores().map(loadCore);
const folder = (files: Record<string, string>) => writtenFolder('x1', { 'pack.yaml': soundPack, ...files });
const mutated = (cases: string, listed: Parameters<typeof mutate>[2] = []) => mutate(loadPack(folder({ 'cases.yaml': cases })), cores, listed);

describe('mutants of a pack', () => {
  // Its step is owed by the clerk anyway, and nobody looks at who is told.
  const survivors = ['kinds.slip.owner[0]: removed', 'kinds.slip.effects[0]: removed'];

  it('die where an example notices them; what survives is listed by rule', () => {
    const result = mutated(soundCases);
    expect(result.survived.map(({ id }) => id)).toEqual(survivors);
    expect(result.killed).toBe(result.mutants - 2);
    expect(mutationLines('x1', result)).toEqual(['x1/1', ...survivors.map((id) => `  survives: ${id}`), `x1: ${result.mutants} mutants, ${result.killed} killed, 0 survive with a reason, 2 survive`]);
  });

  it('survive where the example that notices them is gone: the gate, its comparison, and who may', () => {
    const ids = mutated(otherCases('refused: [1 nothingWritten], facts: { size: small }, state: open', 'refused: [1 nothingWritten]').split('  - rule: 1\n    name: Nobody')[0] ?? '').survived.map(({ id }) => id);
    expect(ids).toContain('kinds.slip.acts.close.by: clerk → anyone');
    expect(ids).toContain('kinds.slip.acts.write.by: clerk → anyone');
    expect(ids).not.toContain('kinds.slip.acts.close.require[0]: removed');
    expect(ids).not.toContain('kinds.slip.acts.close.require[0].that: matter.amount > 0 → matter.amount >= 0');
  });

  it('that are listed with a reason are excused; a listed one that dies is out of date', () => {
    const result = mutated(soundCases, [...survivors.map((mutant) => ({ mutant, why: 'shown elsewhere' })), { mutant: 'values.limit.is: PT30M → PT31M', why: 'none' }]);
    expect(result.survived.map(({ id }) => id)).toEqual([]);
    expect(result.excused.map(({ id }) => id)).toEqual(survivors);
    expect(result.stale).toEqual(['values.limit.is: PT30M → PT31M']);
  });

  it('are listed in mutants.yaml, which is no part of the pack and is refused in any other shape', () => {
    const listed = (text: string) => listedSurvivors(folder({ 'mutants.yaml': text }));
    expect(listed('- { mutant: a, why: b }\n')).toEqual({ listed: [{ mutant: 'a', why: 'b' }], problems: [] });
    expect(listed('- { mutant: a }\n').problems).toMatchObject([{ code: 'shape', file: 'x1/mutants.yaml' }]);
    expect(loadPack(folder({ 'mutants.yaml': '- { mutant: a, why: b }\n' })).document.pack).toBe('x1');
  });

  it('of S2.4 are all noticed or listed', () => {
    const pack = loadPack('s2.4');
    const result = mutate(pack, cores, listedSurvivors(pack.directory).listed);
    expect([...result.survived.map(({ id }) => id), ...result.stale]).toEqual([]);
    expect(result.mutants).toBeGreaterThan(250);
  }, 180_000);
});
