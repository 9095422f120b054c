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
    ['the last run of a step by its name', "has(matter.steps.close) && matter.steps.close.open"],
    ['the runs of all steps as a list', "matter.steps.exists(s, s.name == 'close' && s.open && has(s.due) && s.due < now) && matter.steps.size() > 0 && size(matter.steps) > 0"],
    ['names of steps that were missed', "'close' in matter.steps.filter(s, s.verdict == 'missed').map(s, s.name)"],
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
    ['a member that no run of a step has', 'matter.steps.exists(s, s.opened)', 'unknownName'],
    ['a step that is not there', 'has(matter.steps.clsoe)', 'unknownName'],
    ['a due that a run may not have', 'matter.steps.exists(s, s.due < now)', 'unguardedOptional'],
    ['runs of steps within runs of steps within runs', 'matter.steps.all(a, matter.steps.all(b, matter.steps.exists(c, a.name == b.name && b.name == c.name)))', 'expressionTooCostly'],
    ['too many steps', 'matter.many.all(a, matter.many.all(b, matter.many.exists(c, a == b && b == c)))', 'expressionTooCostly'],
  ])('refuses %s', (_, expression, code) => {
    expect(codes(expression)).toContain(`${code} that`);
  });

  it('knows what stands where: the group of a threshold, the act that extends, what a cycle gives, a date', () => {
    const text = broken('limit: { is: PT30M, word: 以内, rule: 1 }', 'limit: { is: PT30M, word: 以内, rule: 1 }\n  many: { is: 2, word: 以上, rule: 1 }\n  from: { is: 2026-04-01, rule: 1 }')
      .replace('due: value:limit }', 'due: value:limit, extend: { by: clerk, most: PT10M, rule: 1, require: [{ that: has(act.reason) && matter.amount > 0, refuse: nothingWritten, rule: 1 }] } }')
      .replace('do: { tell: clerk }, rule: 1 }', "do: { tell: clerk }, rule: 1 }\n      - { threshold: { query: written, reaches: 'value:many' }, do: { tell: key.subject, rule: 1 }, rule: 1 }")
      .replace(gate, 'that: has(matter.period) && matter.met == 0 && dateOf(matter.period.start) >= values.from')
      .replace('texts:', 'queries:\n  written: { of: slip, per: [subject], take: count, rule: 1 }\ncycles:\n  daily: { every: day, for: clerk, open: slip, due: end, rule: 1 }\ntexts:\n  value.many: { zh-CN: 多, en: Many }\n  value.from: { zh-CN: 起, en: From }');
    expect(lintPack(writtenFolder('x1', { 'pack.yaml': text })).filter(({ severity }) => severity === 'error')).toEqual([]);
    const wrong = text.replace('matter.met == 0', 'matter.meet == 0').replace('tell: key.subject', 'tell: matter.owner');
    expect(lintPack(writtenFolder('x1', { 'pack.yaml': wrong })).map(({ code }) => code)).toEqual(['unknownName', 'unknownName']);
  });

  it('takes an input that is true in a row as a guard of what the row gives', () => {
    const table = (cell: string) => broken('        in: { zero: "matter.amount == 0" }\n', `        in: { zero: "has(matter.more) && matter.more == 0" }\n`)
      .replace(field, more)
      .replace('{ zero: true, then: small, rule: 1 }', `{ zero: ${cell}, then: "matter.more > 0 ? 'small' : 'large'", rule: 1 }`)
      .replace('{ zero: false, then: large, rule: 1 }', `{ zero: ${cell === 'true' ? 'false' : 'true'}, then: large, rule: 1 }`);
    const found = (cell: string) => lintPack(writtenFolder('x1', { 'pack.yaml': table(cell) })).filter(({ code }) => code === 'unguardedOptional').length;
    expect([found('true'), found('false')]).toEqual([0, 1]);
  });

  it('refuses holds() on a figure whose word fixes no comparison', () => {
    const text = broken(gate, 'that: "holds(values.limit, values.limit)"').replace('word: 以内', 'word: 左右');
    expect(lintPack(writtenFolder('x1', { 'pack.yaml': text })).map(({ code }) => code)).toContain('wordFixesNothing');
  });

  it('knows the date by which a business counts, where an entry says when it counts', () => {
    const text = broken('do: { tell: clerk }', 'do: { post: { ledger: points, to: actor, amount: matter.amount, on: businessDate } }');
    expect(lintPack(writtenFolder('x1', { 'pack.yaml': text }))).toEqual([]);
  });

  it.each([
    ['int', "gives int, not true or false", 'that: matter.amount'],
    ['a text', "gives text, not true or false", 'that: matter.state'],
  ])('refuses a gate that gives %s', (_, message, gateText) => {
    expect(lintPack(writtenFolder('x1', { 'pack.yaml': broken(gate, gateText) }))).toMatchObject([{ code: 'expressionType', message }]);
  });

  describe('what an act requires', () => {
    const found = (note: string, act: string, that: string) =>
      lintPack(writtenFolder('x1', {
        'pack.yaml': broken(gate, gate)
          .replace(field, `${field}\n      note: { type: text, ${note}, label: { zh-CN: 记, en: Note }, rule: 1 }`)
          .replace(`${act}: { from`, `${act}: { require: [{ that: "${that}", refuse: nothingWritten, rule: 1 }], from`)
          .replace(', require: [{ that: matter.amount > 0, refuse: nothingWritten, rule: 1 }] }', ' }'),
      })).map(({ code }) => code);

    it.each([
      ['is given where the act makes the matter', 'required: [write]', 'write', "act.note.size() > 0"],
      ['is given where only this act fills it, and runs once', 'required: [close]', 'close', "act.note.size() > 0"],
    ])('%s', (_, note, act, that) => {
      expect(found(note, act, that)).toEqual([]);
    });

    it.each([
      ['may have been given earlier by another act', 'required: [close], optional: [write]', 'close', "act.note.size() > 0"],
      ['may be absent where the act only may carry it', 'optional: [write]', 'write', "act.note.size() > 0"],
    ])('%s', (_, note, act, that) => {
      expect(found(note, act, that)).toEqual(['unguardedOptional']);
    });
  });

  it('takes what a gate asks for in `if` as given in `that`', () => {
    const text = broken('{ that: matter.amount > 0,', '{ if: has(matter.more), that: matter.more > 0,').replace(field, more);
    expect(lintPack(writtenFolder('x1', { 'pack.yaml': text }))).toEqual([]);
  });
});
