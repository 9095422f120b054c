import { answerQuery, scoreIndicator } from '@huiyin/regulation-engine';
import { InsuranceOffice } from './insurance-office.ts';
import { local } from './proof-policy.ts';

describe('S2.2, performance', () => {
  it('row 20, rules 48, 49, 50: praise, criticism and circular give two, less two and less five, on evidence, and the year sums them', () => {
    const office = new InsuranceOffice().clock('10-30T17:00');
    const planned = office.act('S1', 'callbackPlan', 'start', { topic: 'satisfaction', time: 't', target: 't', content: 'c', emphasis: 'e' });
    const evidence = office.act('S1', 'callback', 'plan', { plan: planned, customer: 'D', method: 'phone' });
    expect(office.notMade('CS1', 'appraisal', 'give', { person: 'CS1', verdict: 'praise', evidence })).toEqual(['48 scoresHimself person', '48 notTheSectionHead']);
    expect(office.notMade('S1', 'appraisal', 'give', { person: 'CS1', verdict: 'praise' })).toEqual(['49 required evidence']);
    const given = (person: string, verdict: string) => office.matter(office.act('S1', 'appraisal', 'give', { person, verdict, evidence })).entries;
    expect(given('CS1', 'praise')).toMatchObject([{ ledger: 'points', to: 'CS1', amount: 2, evidence }]);
    expect(given('SA1', 'criticism')).toMatchObject([{ to: 'SA1', amount: -2, at: '2026-10-30' }]);
    expect(given('SA1', 'circular')).toMatchObject([{ to: 'SA1', amount: -5 }]);
    expect(answerQuery(office.policy, 'pointsOfYear', [...office.matters.values()], { facts: office.facts() }, office.now)).toEqual([{ person: 'CS1', value: 2 }, { person: 'SA1', value: -7 }]);
  });

  it('row 5, rules 11, 14: timeliness is the share of promises met in the month, a definite result the share of decisions told', () => {
    const office = new InsuranceOffice().clock('09-22T10:00');
    const [a] = [office.complaint('A', { material: 'incomplete', branch: 'east' }), office.complaint('B', { material: 'incomplete', branch: 'west' })];
    office.clock('09-30T17:30').do('CS1', 'ask', a);
    office.clock('09-30T17:30:01');
    const matters = [...office.matters.values()];
    const answer = (name: string) => answerQuery(office.policy, name, matters, { facts: office.facts() }, local('09-30T23:59'));
    const answers = Object.fromEntries(['promises', 'promisesMet', 'decidedInMonth', 'toldInMonth'].map((name) => [name, answer(name)]));
    const scored = (name: string) => scoreIndicator(office.policy, name, [{ subject: 'centre', answers }], office.facts(), office.now)[0];
    expect(scored('timeliness')).toMatchObject({ value: 0.5, citation: { rule: 's2.2/14' } });
    expect(scored('definiteResult')).not.toHaveProperty('value');
    expect(answer('complaintsOfBranch')).toEqual([{ branch: 'east', value: 1 }, { branch: 'west', value: 1 }]);
  });
});
