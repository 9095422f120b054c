import { compileCalendar } from '@huiyin/deadline-rules';
import type { PackDocument } from '@huiyin/regulation-engine';
import { otherFigures, ruleDues } from './rule-dues.ts';
import { workedDue } from './worked-due.ts';

const PACK = {
  language: 1, pack: 'x1', title: { 'zh-CN': '例', en: 'Example' },
  values: {
    answer: { is: 'P5WD', rule: [1, 2], hour: '16:00', unless: [{ if: 'matter.simple', then: 'P1WD', rule: 3 }] },
    margin: { is: '35%', word: '以上', rule: 2 },
    alone: { is: 'P3D', rule: 4 },
    fallback: { is: 'P2WD', rule: 'D' },
  },
  kinds: {
    slip: {
      steps: {
        reply: { rule: 1, opens: {}, due: { is: 'value:answer', unless: [{ if: 'matter.urgent', then: 'PT2H', rule: 3 }] } },
        renew: { rule: [5], opens: {}, due: { before: { of: 'matter.endsAt', by: 'P1M' } } },
        close: { rule: 6, opens: {} },
        call: { rule: 8, opens: {}, series: [{ due: 'P3D' }, { due: 'P7D', rule: 9 }] },
      },
    },
    note: { fallback: 'P9D', steps: { file: { rule: 6, opens: {} } } },
  },
  cycles: { report: { rule: 7, every: 'month', for: 'clerk', open: 'slip', due: 'day 10 of next month' } },
} as unknown as PackDocument;
const calendar = compileCalendar({ zone: 'Asia/Shanghai', hours: '08:30-17:30' });
const START = '2026-03-02T02:00:00.000Z';
const due = (rule: string, facts: Record<string, string> = {}): (string | undefined)[] =>
  ruleDues(PACK, rule).map(({ members }) => workedDue(members, START, calendar, new Map(Object.entries(facts))).due?.at);

describe('the dues of a rule', () => {
  it('a step stands for the value it uses; exceptions of both are kept', () => {
    const [reply, ...others] = ruleDues(PACK, '1');
    expect([reply!.path, others]).toEqual(['kinds.slip.steps.reply', []]);
    expect(reply!.members[0]).toMatchObject({ text: 'P5WD', policy: { hour: '16:00' }, unless: [{ if: 'matter.urgent', then: 'PT2H' }, { if: 'matter.simple', then: 'P1WD' }] });
    expect(due('1')).toEqual(['2026-03-09T08:00:00.000Z']);
  });

  it('a value of the rule that no step of it uses stands for itself; figures that are no time are told apart', () => {
    expect(ruleDues(PACK, '2').map(({ path }) => path)).toEqual(['values.answer']);
    expect(otherFigures(PACK, '2').map(([name]) => name)).toEqual(['margin']);
    expect(due('4')).toEqual(['2026-03-05T16:00:00.000Z']);
  });

  it('what is counted back from a fact is left out without it', () => {
    expect(due('5')).toEqual([undefined]);
    expect(workedDue(ruleDues(PACK, '5')[0]!.members, START, calendar, new Map()).leftOut).toEqual(['matter.endsAt']);
    expect(due('5', { 'matter.endsAt': '2026-05-31' })).toEqual(['2026-04-29T16:00:00.000Z']);
  });

  it('a step without a limit has that of its kind, the pack or the product, and says so', () => {
    expect(ruleDues(PACK, '6').map(({ fallback, members }) => [fallback, members[0]!.text])).toEqual([[true, 'P2WD'], [true, 'P9D']]);
    const bare = { ...PACK, values: {} } as PackDocument;
    expect(ruleDues(bare, '6')[0]!.members[0]!.text).toBe('P1WD');
  });

  it('each due of a series stands under its own rule, or that of its step', () => {
    expect(ruleDues(PACK, '8').map(({ path }) => path)).toEqual(['kinds.slip.steps.call.series[0]']);
    expect(ruleDues(PACK, '9').map(({ path }) => path)).toEqual(['kinds.slip.steps.call.series[1]']);
    expect([...due('8'), ...due('9')]).toEqual(['2026-03-05T16:00:00.000Z', '2026-03-09T16:00:00.000Z']);
  });

  it('a cycle is due as it says', () => {
    expect(due('7')).toEqual(['2026-04-10T16:00:00.000Z']);
  });
});
