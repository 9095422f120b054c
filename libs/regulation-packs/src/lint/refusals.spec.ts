import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackDocument } from '@huiyin/regulation-engine';
import { loadCore, loadPack, type LoadedPack } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { broken, soundPack, writtenFolder } from '../testing/written-pack.ts';
import { lintPack } from './lint-pack.ts';
import { lintPolicy } from './lint-policy.ts';

const codes = (text: string) => lintPack(writtenFolder('x1', { 'pack.yaml': text })).filter(({ severity }) => severity === 'error').map(({ code }) => code);
const cores = listCores().map(loadCore);

describe('lint refuses what leads in a circle or nowhere', () => {
  it.each([
    ['an effect that opens what sets it off', 'do: { tell: clerk }', 'do: { open: slip, set: { amount: 1 } }', 'when: slip.close', 'when: slip.write', 'effectCycle'],
    ['an effect that changes the fact whose change sets it off', '{ when: slip.close, do: { tell: clerk }', '{ changed: size, do: { set: { size: "\'small\'" } }', '', '', 'effectCycle'],
    ['a derived fact that reads itself', 'in: { zero: "matter.amount == 0" }', "in: { zero: \"matter.size == 'small'\" }", '', '', 'factCycle'],
    ['derived facts that read each other', 'in: { zero: "matter.amount == 0" }', 'in: { zero: "matter.colour == \'red\'" }', '    effects:\n', '      colourOf: { sets: colour, rows: [{ then: matter.size, rule: 1 }] }\n    effects:\n', 'factCycle'],
    ['heads that wait for each other', '    final: [closed]\n', '    final: [closed]\n    waits: { open: before }\n', '      size: { choice', '      before: { type: ref, to: slip, optional: [write], label: { zh-CN: 前, en: Before }, rule: 1 }\n      size: { choice', 'waitsCycle'],
    ['a limit that ends beyond the years that can be computed', 'is: PT30M', 'is: P199Y', '', '', 'dueOutOfRange'],
    ['a limit of more than two hundred years', 'is: PT30M', 'is: P99999WD', '', '', 'dueSyntax'],
    ['a limit that cannot be read', 'is: PT30M', 'is: P3X', '', '', 'dueSyntax'],
    ['a limit of a step beyond all years', 'due: value:limit', 'due: { earliest: [value:limit, P199Y] }', '', '', 'dueOutOfRange'],
  ])('%s', (_, passage, by, also, with_, code) => {
    const text = broken(passage, by);
    if (also !== '' && !text.includes(also)) throw new RangeError(`the pack has no ${also}`);
    expect(codes(also === '' ? text : text.replace(also, with_))).toContain(code);
  });

  it.each(['x1', 'x9'])('a variant of %s, which is no other pack', (base) => {
    expect(lintPack(writtenFolder('x1', { 'pack.yaml': broken('pack: x1', `pack: x1\nvariantOf: ${base}`) }))).toMatchObject([{ code: 'unknownPack', line: 3, found: base }]);
  });
});

describe('lint refuses what never happens', () => {
  it.each([
    ['an effect of an act that is not there', 'when: slip.close, do', 'when: slip.shut, do', 'slip has no act shut'],
    ['an effect of a kind that is not there', 'when: slip.close, do', 'when: slop.close, do', 'no kind slop'],
    ['an effect of a step that is not there', 'when: slip.close, do', 'when: slip.write.missed, do', 'slip has no step write'],
    ['an effect of something no step does', 'when: slip.close, do', 'when: slip.close.forgotten, do', 'a step is never forgotten'],
    ['a step that an act drops which is not there', 'opens: { when: slip.write }, due', 'opens: { when: slip.write }, drops: slip.tear, due', 'slip has no act tear'],
  ])('%s', (_, passage, by, message) => {
    expect(lintPack(writtenFolder('x1', { 'pack.yaml': broken(passage, by) }))).toContainEqual(expect.objectContaining({ code: 'unknownEvent', message }));
  });

  it('an act of the core that the governing pack leaves out', () => {
    const { document } = loadPack('s2.4');
    const kinds = { ...document.kinds, workOrder: { ...document.kinds?.['workOrder'], effects: [{ when: 'workOrder.takeBack', do: { tell: 'clerk' }, rule: 9 }] } };
    expect(lintPolicy({ cores, packs: [{ ...loadPack('s2.4'), document: { ...document, kinds } }] })).toContainEqual(expect.objectContaining({ code: 'unknownEvent', message: 'workOrder has no act takeBack' }));
  });
});

describe('lint refuses what has no bound', () => {
  it('a query that lists without max; one that counts needs none', () => {
    const query = (more: string) => codes(broken('parties:', `queries:\n  slips: { of: slip, ${more}, rule: 1 }\nparties:`));
    expect(query('take: list')).toContain('queryWithoutMax');
    expect(query('take: list, max: 20')).toEqual([]);
    expect(query('take: count')).toEqual([]);
  });

  it('a table with more combinations of inputs than can be looked through', () => {
    const inputs = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const cells = (from: number) => inputs.map((input) => `${input}: [${[0, 1, 2].map((step) => from + step).join(', ')}]`).join(', ');
    const text = broken('in: { zero: "matter.amount == 0" }', `in: { ${inputs.map((input) => `${input}: matter.amount`).join(', ')} }`)
      .replace('{ zero: true, ', `{ ${cells(1)}, `)
      .replace('{ zero: false, ', `{ ${cells(4)}, `);
    expect(codes(text)).toContain('tableTooLarge');
  });
});

describe('lint refuses a pack that leaves rules of its card', () => {
  const pack = loadPack('s2.4');
  const lint = (change: (document: PackDocument) => PackDocument) => {
    const changed: LoadedPack = { ...pack, document: change(pack.document) };
    return lintPolicy({ cores, packs: [changed] }).map(({ code, message }) => `${code}: ${message}`);
  };
  const without = (rule: string) => ({ cites = {}, ...rest }: PackDocument): PackDocument => ({ ...rest, cites: Object.fromEntries(Object.entries(cites).filter(([number]) => number !== rule)) });

  it('carried by no item', () => {
    expect(lint(({ notes: _notes, views: { supervision: _view, ...views } = {}, ...rest }) => ({ ...rest, views: views as NonNullable<PackDocument['views']> }))).toContain('ruleWithoutItem: no item carries rule 2 of card S2.4');
  });

  it('without a citation', () => {
    expect(lint(without('4'))).toEqual(expect.arrayContaining(['ruleNotCited: rule 4 of card S2.4 has no entry in cites', 'unknownRule: rule 4 has no entry in cites']));
  });

  it('cited without its words', () => {
    expect(lint((document) => ({ ...document, cites: { ...document.cites, 4: { clause: '4.1' } } }))).toEqual(['wordsMissing: rule 4 is carried and cites no words of its clause']);
  });

  it('and one that cites a rule that its card has not', () => {
    expect(lint((document) => ({ ...document, cites: { ...document.cites, 99: { clause: '9' } } }))).toEqual(['unknownRule: card S2.4 has no rule 99']);
  });
});

it('two tables do not give one fact', () => {
  expect(codes(broken('    effects:\n', '      other: { sets: size, rows: [{ then: large, rule: 1 }] }\n    effects:\n'))).toContain('twoValuesForOneFact');
});

it('every refusal of the linter has a failing example', () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const sources = (folder: string, specs: boolean): string =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name.endsWith('.spec.ts') === specs)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  const given = [...sources(join(here, 'rules'), false).matchAll(/(?:(?:finding|unknownName)\([^,]+, (?:`[^`]*`|'[^']*'|[^,]+), |report\([^,]+, |code: |\? |: )'([a-z]+[A-Z]\w+)'/g)].map((match) => match[1]!);
  const tested = sources(join(here, '..'), true);
  expect(given.length).toBeGreaterThan(30);
  expect([...new Set(given)].filter((code) => !tested.includes(code))).toEqual([]);
});

it('a sound pack passes', () => {
  expect(codes(soundPack)).toEqual([]);
});
