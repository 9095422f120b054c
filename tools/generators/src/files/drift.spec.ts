import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driftOf, mend } from './drift.ts';

describe('drift of generated files', () => {
  let root: string;
  beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'huiyin-drift-')); });
  afterEach(() => rmSync(root, { recursive: true }));

  const files = [{ path: 'out/a.ts', text: 'a\n' }, { path: 'out/b.ts', text: 'b\n' }];

  it('names what is missing, different and stale, and nothing once mended', () => {
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'out/b.ts'), 'edited by hand\n');
    writeFileSync(join(root, 'out/c.ts'), 'of a kind that is gone\n');
    const drift = driftOf(root, files, ['out', 'not-there']);
    expect(drift).toEqual([{ path: 'out/a.ts', is: 'missing' }, { path: 'out/b.ts', is: 'different' }, { path: 'out/c.ts', is: 'stale' }]);
    mend(root, files, drift);
    expect(driftOf(root, files, ['out'])).toEqual([]);
    expect(readFileSync(join(root, 'out/b.ts'), 'utf8')).toBe('b\n');
  });

  it('takes no line ending of another system for a difference', () => {
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'out/a.ts'), 'a\r\n');
    writeFileSync(join(root, 'out/b.ts'), 'b\r\n');
    expect(driftOf(root, files, ['out'])).toEqual([]);
  });
});
