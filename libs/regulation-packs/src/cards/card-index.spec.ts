import { indexCard } from './card-index.ts';

const card = (rows: string) => `# S9.9 Example\nSource: 009_x.txt, part 1.\n\n## Rules\n| # | Rule | Clause | Kind |\n|---|---|---|---|\n${rows}\n\n## Scenario\n| 9 | not | a | rule |\n`;

describe('the index of a card', () => {
  it('takes number, clause and kind of each rule and no sentence', () => {
    expect(indexCard(card('| R1 | Something. | 第二條 "72小時" | deadline |\n| 2 | a \\| b | 4.3 在30分鐘以內 | form |\n| 3 | c | 4.1 17个点 | conduct (training note) |'))).toEqual({
      card: 'S9.9',
      title: 'Example',
      source: '009_x.txt',
      rules: [{ number: '1', clause: '第二條', kind: 'deadline' }, { number: '2', clause: '4.3', kind: 'form' }, { number: '3', clause: '4.1', kind: 'conduct' }],
      rows: 1,
    });
  });

  it.each([
    ['a number given twice', '| 1 | a | b | form |\n| 1 | a | b | form |', 'S9.9 numbers two rules 1'],
    ['a kind that is none', '| 1 | a | b | poem |', 'the unknown kind poem'],
    ['no rules', '', 'S9.9 has no rules'],
  ])('refuses %s', (_, rows, message) => {
    expect(() => indexCard(card(rows))).toThrow(message);
  });
});
