import { driftOf } from './files/drift.ts';
import { WORKSPACE } from './files/workspace.ts';
import { generate } from './generate.ts';

describe('generated files', () => {
  it('are committed as they follow from the core packs', () => {
    const { files, folders } = generate();
    expect(files.length).toBeGreaterThan(50);
    expect(driftOf(WORKSPACE, files, folders)).toEqual([]);
  });

  it('come out the same every time', () => {
    expect(generate()).toEqual(generate());
  });

  it('hold no path of the machine they were made on', () => {
    expect(generate().files.filter((file) => file.text.includes(WORKSPACE))).toEqual([]);
  });
});
