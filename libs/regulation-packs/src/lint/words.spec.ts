import { broken, writtenFolder } from '../testing/written-pack.ts';
import { lintPack } from './lint-pack.ts';

/** `code path` of every error in a pack. */
const errors = (text: string): readonly string[] => lintPack(writtenFolder('x1', { 'pack.yaml': text })).filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`);

/** Of the sound pack with one passage changed. */
const found = (passage: string, by: string): readonly string[] => errors(broken(passage, by));

describe('lint of a warning', () => {
  const step = (more: string) => found('due: value:limit }', `${more} }`);

  it.each([
    'due: value:limit, warn: value:limit',
    'due: value:limit, warn: { before: { of: due, by: PT10M } }',
    "due: value:limit, warn: { before: { of: due, by: 'value:limit' } }",
    'warn: { before: { of: due, by: PT10M } }, series: [{ due: P3D, rule: 1 }, { due: P30D, rule: 1 }]',
  ])('takes %s', (more) => {
    expect(step(more)).toEqual([]);
  });

  it.each([
    ['a due that would be before itself', 'due: { before: { of: due, by: PT10M } }', 'unknownName kinds.slip.steps.close.due.before.of'],
    ['a value that is not there', "due: value:limit, warn: { before: { of: due, by: 'value:ghost' } }", 'unknownName kinds.slip.steps.close.warn.before.by'],
    ['a duration that cannot be read', 'due: value:limit, warn: { before: { of: due, by: P3X } }', 'dueSyntax kinds.slip.steps.close.warn.before.by'],
  ])('refuses %s', (_, more, problem) => {
    expect(step(more)).toContain(problem);
  });
});

describe('lint of instantOf', () => {
  const due = (time: string) => errors(broken('due: value:limit }', `due: "instantOf(matter.day, ${time})" }`)
      .replace('      size: {', '      day: { type: date, required: [write], label: { zh-CN: 日, en: Day }, rule: 1 }\n      size: {')
      .replace('parties:\n', `  evening: { is: "20:30", rule: 1 }\nparties:\n`).replace('  value.limit', '  value.evening: { zh-CN: 晚, en: Evening }\n  value.limit'));

  it('takes a date and a time, refuses a duration and a text', () => {
    expect(due('values.evening')).toEqual([]);
    expect(due('values.limit')).toEqual(['expressionType kinds.slip.steps.close.due']);
    expect(due("'20:30'")).toEqual(['expressionType kinds.slip.steps.close.due']);
  });
});

describe('lint of ruleOf', () => {
  it('takes a fact that a table sets, refuses any other', () => {
    const effect = (fact: string) => found('do: { tell: clerk }', `do: { tell: clerk, ruleOf: ${fact} }`);
    expect(effect('size')).toEqual([]);
    expect(effect('amount')).toEqual(['unknownName kinds.slip.effects[0].do[0].ruleOf']);
  });
});

describe('lint of policyAt', () => {
  const picked = (policyAt: string) => found('    states: [open, closed]', `    policyAt: ${policyAt}\n    states: [open, closed]`);

  it.each(['openedAt', 'matter.openedAt', 'dateOf(matter.openedAt)'])('takes %s', (policyAt) => {
    expect(picked(policyAt)).toEqual([]);
  });

  it.each(['amuont', 'matter.amuont', 'matter.amount.of', 'dateOf(matter.amount)'])('refuses %s', (policyAt) => {
    expect(picked(policyAt)).toHaveLength(1);
  });
});

describe('lint of a fact whose change sets off', () => {
  const changed = (fact: string) => found('{ when: slip.close, do: { tell: clerk }', `{ changed: ${fact}, do: { tell: clerk }`);

  it.each(['amount', 'size', 'slip.amount'])('takes %s', (fact) => {
    expect(changed(fact)).toEqual([]);
  });

  it.each([['amuont', 'unknownField'], ['slip.amuont', 'unknownField'], ['ghost.amount', 'unknownName'], ['technician.name', 'unknownName'], ['technician.nmae', 'unknownName']])('refuses %s', (fact, code) => {
    expect(changed(fact)).toEqual([`${code} kinds.slip.effects[0].changed`]);
  });
});

describe('lint of a number format', () => {
  const format = (text: string) => found('    states: [open, closed]', `    number: { format: "${text}", at: [write], rule: 1 }\n    states: [open, closed]`);

  it('takes one running part, refuses none, two, or one that is unknown', () => {
    expect(format('X{yyyy}{MM}-{seq:2}')).toEqual([]);
    for (const wrong of ['X{yyyy}', '{seq}{seq:2}', '{year}-{seq:2}', '{seq:x}']) expect(format(wrong)).toEqual(['numberFormat kinds.slip.number.format']);
  });
});

describe('lint of a compared link', () => {
  const gate = (that: string) => errors(broken('that: matter.amount > 0', `that: "${that}"`).replace('      size: {', '      before: { type: ref, to: slip, optional: [write], label: { zh-CN: 前, en: Before }, rule: 1 }\n      size: {'));

  it.each(["matter.before == 'S1'", 'matter.before == matter', "matter.before in ['S1']", 'matter.before == null', "matter.before != matter.size"])('takes %s', (that) => {
    expect(gate(that)).toEqual([]);
  });

  it.each(['matter.before == matter.amount', 'matter.before == true', "matter.before > 'S1'"])('refuses %s', (that) => {
    expect(gate(that)).toContain('expressionType kinds.slip.acts.close.require[0].that');
  });
});
