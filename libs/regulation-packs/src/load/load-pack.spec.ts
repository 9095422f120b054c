import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  ])('refuses %s that nest without end', (_, text) => {
    expect(read({ 'pack.yaml': text }).problems).toMatchObject([{ code: 'yaml', message: 'nested deeper than 64' }]);
  });

  it('reads thirty thousand keys, and reports a bounded number of problems', () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `k${index}: 1`).join('\n');
    const { problems } = read({ 'pack.yaml': text });
    expect(problems.length).toBeLessThanOrEqual(200);
  }, 60_000);

  it('refuses a file that is too long, and a folder of too many', () => {
    expect(read({ 'pack.yaml': `# ${'x'.repeat(400_000)}\n` }).problems).toMatchObject([{ code: 'yaml', message: 'the file is longer than 400000 characters' }]);
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`a${index}.yaml`, '']));
    expect(read({ 'pack.yaml': soundPack, ...many }).problems).toMatchObject([{ code: 'yaml', message: 'a pack has at most 200 files', found: '201' }]);
  });

  it.each([
    ['a file that is not UTF-8, by its line', Buffer.from(soundPack.replace('空', '\u00ff'), 'latin1'), 'the file is not UTF-8: save it in that encoding', undefined],
    ['UTF-16', Buffer.from(`\ufeff${soundPack}`, 'utf16le'), 'the file is not UTF-8: save it in that encoding', 1],
    ['a character that no text may hold', Buffer.from(broken('en: Nothing', 'en: No\u0000thing')), 'a character that no text may hold', 35],
    ['a tab that indents', Buffer.from(broken('    in: intake', '\tin: intake')), 'Tabs are not allowed as indentation: tabs do not indent: use spaces', 12],
    ['a brace that is not closed', Buffer.from(broken('word: 以内, rule: 1 }', 'word: 以内, rule: 1')), 'Flow map in block collection must be sufficiently indented and end with a }', 8],
    ['a colon of full width', Buffer.from(broken('    in: intake', '    in：intake')), 'Implicit keys need to be on a single line', 12],
    ['a second document', Buffer.from(`${soundPack}---\nlanguage: 1\n`), 'Source contains multiple documents: a file holds one document', 48],
    ['a key that is no word', Buffer.from('? [a, b]\n: c\n'), 'a key is a word, not a map or a list', 1],
    ['a list of sections', Buffer.from('- a\n'), 'a file of a pack is a map of sections', 1],
  ])('refuses %s, with one problem', (_, bytes, message, line) => {
    const directory = writtenFolder('x1', {});
    writeFileSync(join(directory, 'pack.yaml'), bytes);
    const { problems } = readPack(directory);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    if (line !== undefined) expect(problems[0]?.line).toBe(line);
  });

  it.each([['a mark of byte order', `\ufeff${soundPack}`], ['lines that end as in DOS', soundPack.replaceAll('\n', '\r\n')]])('reads a file with %s like any other', (_, text) => {
    expect(read({ 'pack.yaml': text }).pack?.document).toEqual(read({ 'pack.yaml': soundPack }).pack?.document);
  });

  it('answers for a folder that is not there, one without pack.yaml, and a folder in the place of a file', () => {
    expect(readPack('/no/such/folder').problems).toMatchObject([{ message: 'there is no such folder' }]);
    expect(read({ 'values.yaml': 'values: {}\n' }).problems).toMatchObject([{ file: 'x1/pack.yaml', message: 'a pack begins with pack.yaml, and the folder has none' }]);
    const directory = writtenFolder('x1', { 'values.yaml': '' });
    mkdirSync(join(directory, 'pack.yaml'));
    expect(readPack(directory).problems).toMatchObject([{ file: 'x1/pack.yaml', message: 'is no file' }]);
  });

  it('says of an empty file what a pack begins with', () => {
    expect(read({ 'pack.yaml': '' }).problems.map(({ message }) => message)).toEqual(['language is missing (Version of the pack language)', 'pack is missing (Id of the pack: `s2.4`)', 'title is missing']);
  });

  it.each([
    ['an unknown key', broken('is: frontDesk, rule: 1', 'is: frontDesk, rle: 1'), { message: 'unknown key rle', meant: 'rule' }],
    ['an unknown section', broken('parties:', 'partys:'), { path: 'partys', meant: 'parties', line: 8, column: 1 }],
    ['a word that is none', broken('type: int', 'type: itn'), { message: 'is none of the words that may stand here', found: '"itn"', meant: 'int' }],
    ['a name with a hyphen, at the name itself', broken('amount: { type', 'amount-paid: { type'), { path: 'kinds.slip.fields.amount-paid', line: 17, column: 7, meant: 'amountPaid' }],
    ['a name that is reserved', broken('      amount: {', '      constructor: { type: int, rule: 1 }\n      amount: {'), { message: 'is reserved and cannot be a name' }],
    ['a text where a map is wanted', broken('{ zh-CN: 空, en: Nothing }', 'Nothing'), { message: 'must be a map', allowed: ['{ zh-CN, en, zh-TW }'] }],
    ['a number where an expression is wanted', broken('that: matter.amount > 0', 'that: 1'), { message: 'must be a text: put it in quotes', found: '1' }],
    ['a text where a number is wanted', broken('min: 0', 'min: zero'), { message: 'must be a number', found: '"zero"' }],
    ['a state given twice', broken('[open, closed]', '[open, open, closed]'), { message: 'gives "open" twice' }],
    ['a missing member', broken('{ zh-CN: 空, en: Nothing }', '{ zh-CN: 空 }'), { message: 'en is missing (English)' }],
    ['another version of the language', broken('language: 1', 'language: 2'), { message: 'must be 1', found: '2' }],
    ['a rule that is no number', broken('min: 0, rule: 1', 'min: 0, rule: R1'), { path: 'kinds.slip.fields.amount.rule', allowed: ['integer', 'text', 'list of integer or text'] }],
  ])('says of %s what was meant or is allowed, once', (_, text, problem) => {
    expect(read({ 'pack.yaml': text }).problems).toMatchObject([problem]);
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
