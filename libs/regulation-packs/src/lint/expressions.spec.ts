import { broken, writtenFolder } from '../testing/written-pack.ts';
import { lintPack } from './lint-pack.ts';

const gate = 'that: matter.amount > 0';
const more = 'amount: { type: int, required: [write], min: 0, rule: 1 }\n      more: { type: int, optional: [write], label: { zh-CN: 余, en: More }, rule: 1 }\n      many: { type: list, of: text, max: 500, required: [write], label: { zh-CN: 多, en: Many }, rule: 1 }';
const field = 'amount: { type: int, required: [write], min: 0, rule: 1 }';
const codes = (expression: string) =>
  lintPack(writtenFolder('x1', { 'pack.yaml': broken(gate, `that: "${expression}"`).replace(field, more) })).map(({ code, path }) => `${code} ${path.split('.').at(-1)}`);

describe('lint of expressions', () => {
  it.each([
    ['a fact that is always there', 'matter.amount > 0'],
    ['an optional fact behind has()', 'has(matter.more) && matter.more > 0'],
    ['an optional fact that is only compared', 'matter.more == 0'],
    ['what was done, behind has()', "has(matter.did.write) && matter.did.write.by != 'x'"],
    ['a bounded list', "matter.many.exists(m, m == 'x')"],
    ['a duration by the word of its clause', 'holds(values.limit, values.limit)'],
  ])('accepts %s', (_, expression) => {
    expect(codes(expression)).toEqual([]);
  });

  it.each([
    ['an unknown name', 'matter.amuont > 0', 'unknownName'],
    ['an unknown name within has()', 'has(matter.amuont)', 'unknownName'],
    ['an unknown figure', 'matter.amount > values.lmit', 'unknownName'],
    ['a wrong type', "matter.amount > 'x'", 'expressionType'],
    ['a figure', 'matter.amount > 3', 'figureInExpression'],
    ['an optional fact without guard', 'matter.more > 0', 'unguardedOptional'],
    ['what was perhaps never done', "matter.did.close.by == 'x'", 'unguardedOptional'],
    ['a regular expression', "matter.state.matches('a+')", 'unknownFunction'],
    ['a syntax error', 'matter.amount >', 'expressionSyntax'],
    ['too many steps', 'matter.many.all(a, matter.many.all(b, matter.many.exists(c, a == b && b == c)))', 'expressionTooCostly'],
  ])('refuses %s', (_, expression, code) => {
    expect(codes(expression)).toContain(`${code} that`);
  });

  it('takes what a gate asks for in `if` as given in `that`', () => {
    const text = broken('{ that: matter.amount > 0,', '{ if: has(matter.more), that: matter.more > 0,').replace(field, more);
    expect(lintPack(writtenFolder('x1', { 'pack.yaml': text }))).toEqual([]);
  });
});
