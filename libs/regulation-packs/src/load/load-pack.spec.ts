import { broken, soundPack, writtenFolder } from '../testing/written-pack.ts';
import { loadCore, loadPack, readPack } from './load-pack.ts';
import { listCores, listPacks } from './pack-directory.ts';
import { PackRefusedError } from './pack-problem.ts';

const read = (files: Record<string, string>) => readPack(writtenFolder('x1', files));

describe('loading a pack', () => {
  it('finds the packs of this repository and the cores of the services', () => {
    expect(listPacks()).toContain('s2.4');
    expect(loadPack('s2.4').document).toMatchObject({ language: 1, pack: 's2.4', kinds: { workOrder: {}, serviceRequest: {} } });
    expect(listCores().map((file) => loadCore(file).document.pack)).toEqual(['core-dispatch', 'core-gateway', 'core-intake']);
  });

  it('merges the files of a folder, and lists that grow in the order of their names', () => {
    const { pack } = read({
      'pack.yaml': soundPack,
      'a.yaml': 'kinds:\n  slip:\n    effects:\n      - { when: slip.write, do: { tell: clerk }, rule: 1 }\n',
      'b.yaml': 'values:\n  more: { is: 2, rule: 1 }\n',
    });
    expect(pack?.document.kinds?.['slip']?.effects?.map(({ when }) => when)).toEqual(['slip.close', 'slip.write']);
    expect(pack?.document.values).toMatchObject({ limit: { is: 'PT30M' }, more: { is: 2 } });
    expect(pack?.positions.of('kinds.slip.effects[1].when')).toEqual({ file: 'x1/a.yaml', line: 4, column: 17 });
    expect(pack?.positions.of('values.more.is')).toEqual({ file: 'x1/b.yaml', line: 2, column: 15 });
  });

  it('refuses an item given in two files and names both places', () => {
    expect(read({ 'pack.yaml': soundPack, 'a.yaml': 'values:\n  limit: { is: PT40M, rule: 1 }\n' }).problems).toMatchObject([
      { code: 'duplicate', path: 'values.limit.is', file: 'x1/a.yaml', line: 2, message: 'given already in x1/pack.yaml:7' },
      { code: 'duplicate', path: 'values.limit.rule' },
    ]);
  });

  it.each([
    ['a duplicate key', broken('parties:', 'values: {}\nparties:'), 'duplicate', 8],
    ['an anchor', broken('{ is: frontDesk, rule: 1 }', '&desk { is: frontDesk, rule: 1 }'), 'alias', 9],
    ['a tag', broken('is: frontDesk', 'is: !!binary aGk='), 'yaml', undefined],
    ['broken YAML', broken('parties:', 'parties: ['), 'yaml', undefined],
    ['an unknown key', broken('is: frontDesk, rule: 1', 'is: frontDesk, rle: 1'), 'unknownKey', 9],
    ['a wrong type', broken('states: [open, closed]', 'states: open'), 'shape', 14],
    ['a word that is not allowed', broken('type: int', 'type: integer'), 'shape', 17],
    ['a name of JavaScript\'s prototypes', broken('values:\n', 'values:\n  constructor: { is: 1, rule: 1 }\n'), 'shape', undefined],
    ['an act without a rule', broken('by: clerk, to: open, rule: 1', 'by: clerk, to: open'), 'shape', 20],
    ['a text in one language', broken('{ zh-CN: 空, en: Nothing }', '{ zh-CN: 空 }'), 'shape', 35],
  ])('refuses %s', (_, text, code, line) => {
    const { problems, pack } = read({ 'pack.yaml': text });
    expect(pack).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toContain(code);
    if (line !== undefined) expect(problems.map((problem) => problem.line)).toContain(line);
  });

  it('refuses a word that is read otherwise without a reason', () => {
    expect(read({ 'pack.yaml': broken('word: 以内, rule: 1', 'word: 以内, reads: 超过, rule: 1') }).problems).toMatchObject([{ code: 'shape', path: 'values.limit', line: 7 }]);
  });

  it.each([
    ['brackets', '['.repeat(200_000)],
    ['maps', '{a: '.repeat(90_000)],
    ['dashes', '- '.repeat(150_000)],
  ])('refuses %s that nest without end, at once', (_, text) => {
    const started = performance.now();
    expect(read({ 'pack.yaml': text }).problems).toMatchObject([{ code: 'yaml', message: 'nested deeper than 64' }]);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('reads thirty thousand keys in time that grows with their number, and reports a bounded number of problems', () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `k${index}: 1`).join('\n');
    const started = performance.now();
    const { problems } = read({ 'pack.yaml': text });
    expect(problems.length).toBeLessThanOrEqual(200);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('refuses a file that is too long, and a folder of too many', () => {
    expect(read({ 'pack.yaml': `# ${'x'.repeat(400_000)}\n` }).problems).toMatchObject([{ code: 'yaml', message: 'the file is longer than 400000 characters' }]);
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`a${index}.yaml`, '']));
    expect(read({ 'pack.yaml': soundPack, ...many }).problems).toMatchObject([{ code: 'yaml', message: 'a pack has at most 200 files', found: '201' }]);
  });

  it('refuses a bomb of aliases without unfolding it', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`)].join('\n');
    const started = performance.now();
    expect(read({ 'pack.yaml': bomb }).problems.every(({ code }) => code === 'alias')).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('says what was found and what is allowed', () => {
    const [problem] = read({ 'pack.yaml': broken('type: int', 'type: integer') }).problems;
    expect(problem).toMatchObject({ path: 'kinds.slip.fields.amount.type', found: '"integer"' });
    expect(problem?.allowed).toContain('int');
  });

  it('throws all problems where a pack is demanded', () => {
    expect(() => loadPack(writtenFolder('x1', { 'pack.yaml': broken('type: int', 'type: integer') }))).toThrow(PackRefusedError);
  });
});
