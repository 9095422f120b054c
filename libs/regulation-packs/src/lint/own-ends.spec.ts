import { broken, writtenFolder } from '../testing/written-pack.ts';
import { lintPack } from './lint-pack.ts';

const found = (text: string) => lintPack(writtenFolder('x1', { 'pack.yaml': text })).map(({ code, path }) => `${code} ${path}`);
const more = (step: string) => broken('      close: { rule: 1, opens', `      watch: { rule: 1, opens: { when: slip.write }, ${step} }\n      close: { rule: 1, opens`).replace('texts:', 'texts:\n  step.slip.watch: { zh-CN: 候, en: Watch }');

describe('a step that no act of its own ends', () => {
  it.each([['a limit on the whole matter, which the matter’s end keeps', 'whole: true, due: value:limit'], ['silence, which the clock ends', 'verdict: none, due: value:limit'], ['one that an event drops', 'drops: slip.close, due: value:limit']])('may be %s', (_, step) => {
    expect(found(more(step))).toEqual([]);
  });

  it('is refused otherwise, and so is a limit on the whole of what never ends', () => {
    expect(found(more('due: value:limit'))).toEqual(['stepNeverEnds kinds.slip.steps.watch']);
    expect(found(more('whole: true, due: value:limit').replace('final: [closed]', 'resting: [closed]'))).toContain('stepNeverEnds kinds.slip.steps.watch');
  });
});

describe('what a step or effect waits for', () => {
  const effect = (when: string) => found(broken('{ when: slip.close, do: { tell: clerk }, rule: 1 }', `{ when: ${when}, do: { tell: clerk }, rule: 1 }`));

  it.each(['opened', 'warned', 'missed', 'met', 'extended', 'dropped', 'reached', 'excused', 'extra'])('may be that a step is %s', (event) => {
    expect(effect(`slip.close.${event}`)).toEqual([]);
  });

  it('is nothing that no step ever raises', () => {
    expect(effect('slip.close.revised')).toEqual(['unknownEvent kinds.slip.effects[0].when']);
  });
});

describe('what is posted', () => {
  const post = (rule: string) => found(broken('{ when: slip.close, do: { tell: clerk }, rule: 1 }', `{ when: slip.close, do: { post: { ledger: points, to: actor, amount: matter.amount${rule} } } }`));

  it('may carry its rule itself', () => {
    expect(post(', rule: 1')).toEqual([]);
    expect(post('')).toEqual(['itemWithoutRule kinds.slip.effects[0].do']);
    expect(post(', rule: 7')).toEqual(['unknownRule kinds.slip.effects[0].do.post.rule']);
  });
});
