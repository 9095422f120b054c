import { lintPack } from '../lint/lint-pack.ts';
import { otherCases, soundCases } from '../testing/written-cases.ts';
import { soundPack, writtenFolder } from '../testing/written-pack.ts';

const lint = (cases: string) => lintPack(writtenFolder('x1', { 'pack.yaml': soundPack, 'cases.yaml': cases }));

describe('worked examples', () => {
  it('that hold pass lint', () => {
    expect(lint(soundCases)).toEqual([]);
  });

  it.each([
    ['another state', 'state: closed', 'state: open', 'then.state: expected "open", found "closed"'],
    ['another fact', 'size: large', 'size: small', 'then.facts.size: expected "small", found "large"'],
    ['another margin', 'margin: PT0S', 'margin: PT1M', 'then.steps.close.margin: expected "PT1M", found "PT0S"'],
    ['a verdict of late work', 'when: { at: 2026-10-09T09:30, by: K, act: close, on: one }', 'when: { at: 2026-10-09T09:30:00.001, by: K, act: close, on: one }', 'then.steps.close.verdict: expected "met", found "missed"'],
    ['a refusal that does not come', 'then: { state: closed,', 'then: { refused: [1 nothingWritten], state: closed,', 'then.refused: expected ["1 nothingWritten"], found []'],
    ['a refusal that is not expected', 'refused: [1 nothingWritten], facts', 'facts', 'then.refused: expected [], found ["1 nothingWritten"]'],
    ['somebody told', 'refused: [1 nothingWritten], facts', 'refused: [1 nothingWritten], told: [K 1 x], facts', 'then.told: expected ["K 1 x"], found []'],
    ['an event that did not happen', 'then: { state: closed,', 'then: { events: [slip.write], state: closed,', 'then.events: slip.write did not happen'],
    ['an unknown stage', 'stage: desk', 'stage: dsek', 'cannot be played: there is no stage dsek'],
    ['stages in a circle', '  desk:\n', '  desk:\n    after: written\n', 'cannot be played: the stages written → desk → written run in a circle'],
    ['an unknown person', 'when: { by: N,', 'when: { by: M,', 'cannot be played: nobody is known as M'],
    ['an unknown matter', 'act: close, on: none', 'act: close, on: nothing', 'cannot be played: no matter nothing'],
    ['an act on the way that is refused', 'refused: [1 notAllowed] }\n', 'refused: [] }\n', 'cannot be played: write by N: expected no refusal, found 1 notAllowed'],
  ])('expecting %s fails lint', (_, passage, by, message) => {
    const problems = lint(otherCases(passage, by));
    expect(problems.map(({ code }) => code)).toContain('caseFails');
    expect(problems.map((problem) => problem.message.slice(problem.message.indexOf(': ') + 2))).toContain(message);
    expect(problems[0]?.file).toBe('x1/cases.yaml');
  });

  it('a stage that no example uses is played too', () => {
    const text = otherCases('cases:\n', "  lost:\n    after: written\n    acts:\n      - { by: N, act: close, on: one }\ncases:\n");
    expect(lint(text)).toMatchObject([{ code: 'stageFails', path: 'stages.lost', message: 'close by N: expected no refusal, found 1 notAllowed' }]);
  });

  it('of a rule that the pack does not cite fail lint', () => {
    expect(lint(otherCases('- rule: 1\n    name: Nobody', '- rule: 7\n    name: Nobody'))).toMatchObject([{ code: 'unknownRule', path: 'cases[2].rule', line: 23 }]);
  });

  it('with a member that is not known are refused by the schema', () => {
    expect(lint(otherCases('state: closed', 'stte: closed'))).toMatchObject([{ code: 'unknownKey', path: 'cases[0].then.stte' }]);
  });
});
