import type { PackDocument } from '@huiyin/regulation-engine';
import type { CardIndex } from '../cards/card-index.ts';
import { coverCard } from './coverage.ts';
import { wrongIn } from './coverage-lines.ts';
import { repositoryCoverage } from './repository-coverage.ts';

const card: CardIndex = { card: 'S9.9', title: 'Example', source: 'x', rows: 1, rules: ['1', '2', '3', '4', '5'].map((number) => ({ number, clause: number, kind: 'form' })) };
const title = { 'zh-CN': '例', en: 'Example' };
const pack: PackDocument = {
  language: 1,
  pack: 's9.9',
  title,
  values: { limit: { is: 2, rule: [1, 2] } },
  notes: [{ rule: 1, note: title }, { rule: 3, note: title }],
  notBuilt: [{ rule: 4, why: 'obsolete' }],
  indicators: { share: { is: 'ratio(a, b)', rule: [2, 5] } },
};
const statuses = (plan: Parameters<typeof coverCard>[1], packs: readonly PackDocument[]) => {
  const covered = coverCard(card, plan, (id) => packs.find((other) => other.pack === id));
  return { statuses: covered.rules.map(({ status }) => status).join(), wrong: wrongIn([covered]) };
};

describe('where the rules of a card stand', () => {
  it('the strongest item that carries a rule decides: executable, scored, note, not built', () => {
    expect(statuses({}, [pack])).toEqual({ statuses: 'executable,executable,note,not built,scored', wrong: [] });
  });

  it('without a pack the plan decides; what nobody plans is missing', () => {
    expect(statuses({ 'S9.9': { planned: 'all' } }, []).statuses).toBe('planned,planned,planned,planned,planned');
    const { statuses: found, wrong } = statuses({ 'S9.9': { planned: ['1'] } }, []);
    expect(found).toBe('planned,missing,missing,missing,missing');
    expect(wrong).toHaveLength(4);
    expect(wrong[0]).toBe('s9.9/2: no item carries this rule, and cards/plan.json does not plan it');
  });

  it('a rule that the pack leaves out is missing, unless the plan names it', () => {
    const { notBuilt: _, ...rest } = pack;
    expect(statuses({}, [rest]).wrong).toEqual(['s9.9/4: no item carries this rule, and cards/plan.json does not plan it']);
    expect(statuses({ 'S9.9': { planned: ['4'] } }, [rest])).toEqual({ statuses: 'executable,executable,note,planned,scored', wrong: [] });
  });

  it('a plan that says all beside a pack, or names what is carried or unknown, is out of date', () => {
    expect(statuses({ 'S9.9': { planned: 'all' } }, [pack]).wrong).toEqual(['S9.9 has a pack: the plan names the rules that it leaves out, not all']);
    expect(statuses({ 'S9.9': { planned: ['4', '9'] } }, [pack]).wrong).toEqual(['the plan names rule 4 of S9.9, which is carried by now', 'the plan names rule 9, which S9.9 has not']);
  });

  it('a card of the same text is carried by the other card\'s pack', () => {
    expect(statuses({ 'S9.9': { planned: 'all', sameTextAs: 'S8.8' } }, [{ ...pack, pack: 's8.8' }]).wrong).toHaveLength(1);
    expect(statuses({ 'S9.9': { planned: [], sameTextAs: 'S8.8' } }, [{ ...pack, pack: 's8.8' }])).toEqual({ statuses: 'executable,executable,note,not built,scored', wrong: [] });
  });
});

describe('the cards of this repository', () => {
  const cards = repositoryCoverage();

  it('are 44 with 1426 rules, each of which has a status', () => {
    expect(cards).toHaveLength(44);
    expect(cards.flatMap(({ rules }) => rules)).toHaveLength(1426);
    expect(wrongIn(cards)).toEqual([]);
  });

  it('S0.10 and S3.15, one text, number their rules alike', () => {
    const numbers = (id: string) => cards.find(({ card: name }) => name === id)?.rules.map(({ number, kind }) => `${number} ${kind}`);
    expect(numbers('S3.15')).toEqual(numbers('S0.10'));
  });
});
