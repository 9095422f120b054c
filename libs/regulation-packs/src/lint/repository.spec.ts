import { listPacks } from '../load/pack-directory.ts';
import { problemLine } from '../load/pack-problem.ts';
import { lintPack } from './lint-pack.ts';

describe('the packs of this repository', () => {
  it.each(listPacks())('%s may be adopted: lint finds nothing', (id) => {
    expect(lintPack(id).map(problemLine)).toEqual([]);
  });
});
