import { broken, soundPack, writtenFolder } from '../testing/written-pack.ts';
import { lintPack } from './lint-pack.ts';

const lint = (text: string, more: Record<string, string> = {}) => lintPack(writtenFolder('x1', { 'pack.yaml': text, ...more }));
const codes = (text: string) => lint(text).map(({ code }) => code);

describe('lint', () => {
  it('accepts a sound pack', () => {
    expect(lint(soundPack)).toEqual([]);
  });

  it.each([
    ['a rule that the pack does not cite', 'amount: { type: int, required: [write], min: 0, rule: 1 }', 'amount: { type: int, required: [write], min: 0, rule: 7 }', 'unknownRule'],
    ['an item without a rule', 'clerk: { is: frontDesk, rule: 1 }', 'clerk: { is: frontDesk }', 'itemWithoutRule'],
    ['a field without a rule', 'min: 0, rule: 1 }', 'min: 0 }', 'itemWithoutRule'],
    ['a list without max', 'amount: { type: int', 'notes: { type: list, of: text, optional: [write], label: { zh-CN: 注, en: Notes }, rule: 1 }\n      amount: { type: int', 'listWithoutMax'],
    ['a state nobody can leave', 'final: [closed]', 'final: [open]', 'stateNobodyLeaves'],
    ['a state that is not declared', 'from: [open], by: clerk, to: closed', 'from: [opn], by: clerk, to: closed', 'unknownState'],
    ['a step that nothing ends', 'close: { rule: 1, opens', 'shut: { rule: 1, opens', 'stepNeverEnds'],
    ['a step that another kind would end', 'opens: { when: slip.write }, due', 'opens: { when: slip.write }, done: customer.change, due', 'stepEndsElsewhere'],
    ['a table with a gap', '          - { zero: false, then: large, rule: 1 }\n', '', 'tableGap'],
    ['a table with an overlap', '{ zero: false, then: large, rule: 1 }', '{ then: large, rule: 1 }', 'tableOverlap'],
    ['a row that nothing reaches', '{ zero: true, then: small, rule: 1 }', '{ then: small, rule: 1 }', 'tableOverlap'],
    ['a fact that a table sets and acts give', 'size: { choice: [small, large], rule: 1 }', 'size: { choice: [small, large], optional: [write], rule: 1 }', 'twoValuesForOneFact'],
    ['a fact without field', 'sets: size', 'sets: colour', 'unknownName'],
    ['a comparison beside the clause\'s word', 'that: matter.amount > 0', 'that: matter.amount > values.limit', 'comparisonBesideWord'],
    ['effects that run in a circle', 'do: { tell: clerk }', 'do: { act: close }', 'effectCycle'],
    ['a text that is missing', '  state.slip.open: { zh-CN: 开, en: Open }\n', '', 'textMissing'],
    ['a refusal without a sentence', 'refuse: nothingWritten', 'refuse: nothingThere', 'textMissing'],
    ['languages that insert different facts', '{ zh-CN: 空, en: Nothing }', '{ zh-CN: "{after.amount}空", en: Nothing }', 'textsDiffer'],
  ] as const)('refuses %s', (_, passage, by, code) => {
    expect(codes(broken(passage, by))).toContain(code);
  });

  it('refuses a kind hosted by two services', () => {
    expect(codes(soundPack.replaceAll('slip', 'customer'))).toContain('kindHostedTwice');
  });

  it('refuses to add to a kind that nobody declares', () => {
    expect(codes(broken('    in: intake\n', ''))).toContain('unknownKind');
  });

  it('refuses values out of order', () => {
    const text = broken('limit: { is: PT30M, word: 以内, rule: 1 }', 'limit: { is: PT30M, word: 以内, rule: 1 }\n  warn: { is: PT40M, below: "value:limit", rule: 1 }');
    expect(codes(text)).toContain('valuesOutOfOrder');
  });

  it('finds unreachable rows of a table that takes the first', () => {
    const text = broken('sets: size\n', 'sets: size\n        policy: first\n').replace('{ zero: true, then: small, rule: 1 }', '{ then: small, rule: 1 }');
    expect(lint(text)).toMatchObject([{ code: 'rowUnreachable', path: 'kinds.slip.tables.sizeOf.rows[1]' }]);
  });

  it('looks at figures from just below to just above each bound', () => {
    const rows = (second: string) => broken('in: { zero: "matter.amount == 0" }', 'in: { zero: "matter.amount" }').replace('{ zero: true, ', '{ zero: "< 10", ').replace('{ zero: false, ', `{ zero: "${second}", `);
    expect(codes(rows('>= 10'))).toEqual([]);
    expect(codes(rows('> 10'))).toContain('tableGap');
    expect(codes(rows('>= 9'))).toContain('tableOverlap');
  });

  it('wants the cited words proved by the index of the source', () => {
    const source = 'source: { file: a.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000000", checked: 2026-11-24 }\ncites:\n  1: { clause: "1", words: 在30分钟以内 }';
    const text = broken('cites:\n  1: { clause: "1" }', source);
    const index = (words: string) => JSON.stringify({ file: 'a.txt', sha256: '0'.repeat(64), verified: '2026-11-24', length: 9, found: { 1: { words, at: [0] } }, passages: [] });
    expect(codes(text)).toEqual(['sourceNotIndexed']);
    expect(lint(text, { 'source.json': index('在30分鐘以內') })).toEqual([]);
    expect(lint(text, { 'source.json': index('在40分钟以内') })).toMatchObject([{ code: 'wordsNotInSource', file: 'x1/pack.yaml', line: 6 }]);
    expect(codes(text.replace('a.txt', 'b.txt'))).toEqual(['sourceNotIndexed']);
    expect(lint(text.replace('a.txt', 'b.txt'), { 'source.json': index('在30分鐘以內') })).toMatchObject([{ code: 'anotherSource' }]);
  });

  it('names file, line and column of what it refuses', () => {
    const [problem] = lint(broken('final: [closed]', 'final: [open]'));
    expect(problem).toMatchObject({ file: 'x1/pack.yaml', line: 21, column: 7, path: 'kinds.slip.acts.close', code: 'stateNobodyLeaves' });
  });
});
