import { broken, writtenFolder } from '../../testing/written-pack.ts';
import { lintPack } from '../lint-pack.ts';

const found = (text: string) => lintPack(writtenFolder('x1', { 'pack.yaml': text })).filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`);
const query = (document: string) => found(broken('parties:', `queries:\n  asked: { ${document}, take: count, rule: 1 }\nparties:`));

describe('lint of rows, events and lines', () => {
  it.each([
    ['a step\'s run and its matter', 'of: slip.steps, where: "it.verdict == \'missed\' && it.open && it.name != \'x\' && it.amount > 0 && it.matter.amount > 0", per: [state]'],
    ['an entry of a ledger', 'of: ledger.money, where: "it.account == \'cash\'", per: [person]'],
    ['a matter', 'of: slip, where: "it.state == \'open\'", per: [size]'],
  ])('knows what a row over %s carries', (_, document) => {
    expect(query(document)).toEqual([]);
  });

  it.each([
    ['of: slip.steps, where: "it.verdct == \'missed\'"', 'unknownName queries.asked.where'],
    ['of: ledger.money, where: "it.amuont == 0"', 'unknownName queries.asked.where'],
    ['of: slip, per: [szie]', 'unknownName queries.asked.per[0]'],
    ['of: slip, field: amuont', 'unknownName queries.asked.field'],
  ])('refuses a member that no such row has: %s', (document, problem) => {
    expect(query(document)).toContain(problem);
  });

  it('knows the step, who owed it and the line of an event', () => {
    const effect = '{ when: slip.close.missed, if: "event.step == \'close\' && event.line == null", do: { tell: event.who } }';
    expect(found(broken('{ when: slip.close, do: { tell: clerk }, rule: 1 }', `{ ${effect.slice(2, -2)}, rule: 1 }`))).toEqual([]);
  });

  const lined = (who: string) =>
    found(
      broken('    steps:\n', `    steps:\n      fit: { rule: 1, opens: { when: slip.write }, each: parts, who: "${who}", due: value:limit }\n`)
        .replace('    acts:\n', '      parts:\n        type: lines\n        key: maker\n        max: 9\n        optional: [write]\n        of: { maker: { type: person, label: { zh-CN: 人, en: Maker } } }\n        label: { zh-CN: 件, en: Parts }\n        rule: 1\n    acts:\n      fit: { by: clerk, line: parts, rule: 1 }\n')
        .replace('texts:\n', 'texts:\n  act.slip.fit: { zh-CN: 装, en: Fit }\n  step.slip.fit: { zh-CN: 装, en: Fit }\n'),
    );

  it('gives a step per line its line, whose key is always there', () => {
    expect(lined('superiorOf(line.maker)')).toEqual([]);
    expect(lined('superiorOf(line.mkaer)')).toEqual(['unknownName kinds.slip.steps.fit.who']);
  });

  const listed = (gate: string, max = ', max: 9') =>
    found(
      broken("that: matter.amount > 0", `that: "${gate}"`)
        .replace('      size: { choice', `      slips: { type: list, of: ref, to: slip${max}, required: [write], label: { zh-CN: 列, en: Slips }, rule: 1 }\n      size: { choice`),
    );

  it('sees the matters that a list names as matters, so many as it holds at most', () => {
    expect(listed("matter.slips.all(slip, slip.state == 'closed')")).toEqual([]);
    expect(listed("matter.slips.all(slip, slip.staet == 'closed')")).toEqual(['unknownName kinds.slip.acts.close.require[0].that']);
    expect(listed("matter.slips.all(slip, slip.state == 'closed')", '')).toContain('listWithoutMax kinds.slip.fields.slips');
  });
});
