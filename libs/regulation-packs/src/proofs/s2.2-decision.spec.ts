import { why } from '@huiyin/regulation-engine';
import { InsuranceOffice } from './insurance-office.ts';
import { local } from './proof-policy.ts';

/** Rows 6 and 13: complete on 2 October, accepted and told on 15 October. */
function accepted(): { office: InsuranceOffice; first: string } {
  const office = new InsuranceOffice().clock('10-02T11:00');
  const first = office.complaint('A');
  office.clock('10-15T10:00').accept(first);
  return { office, first };
}

/** Rows 17 and 23: complete on 8 October, accepted as complex and told late, on 22 October. */
function complex(): { office: InsuranceOffice; second: string } {
  const office = new InsuranceOffice().clock('10-08T10:00');
  const second = office.complaint('B');
  office.clock('10-22T09:00').accept(second, { complex: true });
  return { office, second };
}

describe('S2.2, decision', () => {
  it('row 13, rules 22, 30, 32, 33: accepted and told, it is investigated next and decided within fifteen days', () => {
    const { office, first } = accepted();
    expect(office.promise(first, 'tell')).toMatchObject({ due: '10-20T17:30', verdict: 'met' });
    expect(office.upNext(first)).toEqual(['investigate', 'CS1', '10-16T17:30', '32']);
    expect(office.promise(first, 'decide')).toEqual({ due: '10-31T00:00', verdict: undefined, margin: undefined, open: true });
  });

  it('row 17, rule 33: a complex case has thirty days from acceptance', () => {
    const { office, second } = complex();
    expect(office.promise(second, 'tell')).toMatchObject({ verdict: 'missed', open: false });
    expect(office.promise(second, 'decide').due).toBe('11-22T00:00');
  });

  it('rule 33: the end of the day is exclusive: decided in its last second is met, at 00:00:00 late', () => {
    for (const [at, verdict, margin] of [['10-30T23:59:59', 'met', 1], ['10-31T00:00:00', 'missed', 0]] as const) {
      const { office, first } = accepted();
      office.do('CS1', 'investigate', first, { findings: 'as told' });
      office.clock(at).do('CS1', 'decide', first, { decision: 'nothing is owed' });
      expect(office.promise(first, 'decide')).toMatchObject({ verdict, margin });
    }
  });

  it('row 18, rule 29: merged with new evidence, the clock that runs is counted anew from its receipt, and says what it was before', () => {
    const { office, first } = accepted();
    const again = office.clock('10-22T15:00').complaint('A', { earlier: first, newFacts: true, subject: 'a recording' });
    office.do('CS1', 'merge', again);
    expect(office.matter(again)).toMatchObject({ state: 'merged', final: true });
    expect(office.promise(first, 'decide')).toMatchObject({ due: '11-07T00:00', open: true });
    expect(office.run(first, 'decide')).toMatchObject({ restarts: [{ at: local('10-22T15:00'), from: local('10-31T00:00'), citation: { rule: 's2.2/29' } }] });
    expect(why(office.policy, office.matter(first), 'dueAt:decide', office.facts(), office.now)).toMatchObject({ value: local('11-07T00:00'), due: { restarts: [{ from: local('10-31T00:00'), citation: { rule: 's2.2/29' } }] } });
  });

  it('rule 29: before acceptance it is the ten days that start again, from the receipt of what is new', () => {
    const office = new InsuranceOffice().clock('10-02T11:00');
    const first = office.complaint('A');
    expect(office.promise(first, 'tell').due).toBe('10-20T17:30');
    const again = office.clock('10-14T16:00').complaint('A', { earlier: first, newFacts: true });
    office.do('CS1', 'merge', again);
    expect(office.promise(first, 'tell')).toMatchObject({ due: '10-28T17:30', open: true });
  });

  it('row 18, rule 29: merging is a choice: unmerged, it is a linked complaint with clocks of its own', () => {
    const { office, first } = accepted();
    const again = office.clock('10-22T15:00').complaint('A', { earlier: first, newFacts: true });
    office.accept(again);
    expect(office.promise(again, 'decide').due).toBe('11-07T00:00');
    expect(office.promise(first, 'decide').due).toBe('10-31T00:00');
    expect(office.matter(again).links['earlier']).toBe(first);
  });

  it('row 21, rules 33, 34: the refund is posted, and the decision told on the fifth working day at 17:30:00 is met', () => {
    const { office, first } = accepted();
    expect(office.no('CS1', 'decide', first, { decision: 'refund' })).not.toEqual([]);
    office.do('CS1', 'investigate', first, { findings: 'as told' });
    office.clock('10-26T10:00').do('CS1', 'decide', first, { decision: 'refund', refund: 32000 });
    expect(office.matter(first).entries.filter(({ ledger }) => ledger === 'money')).toMatchObject([{ ledger: 'money', from: 'company', to: 'A', amount: 32000, citation: { rule: 's2.2/33' } }]);
    office.clock('11-02T17:30:00').do('CS1', 'tellResult', first);
    expect(office.promise(first, 'tellResult')).toEqual({ due: '11-02T17:30', verdict: 'met', margin: 0, open: false });
    expect(office.matter(first)).toMatchObject({ state: 'closed', final: true });
  });

  it('row 23, rule 33: only the head of operations extends, once, by thirty days at most; the complainant is told at once', () => {
    const { office, second } = complex();
    office.clock('11-20T16:00');
    expect(office.no('CS1', 'extendDecide', second, { duration: 'P30D', reason: 'expert opinion' })).toEqual(['33 notAllowed']);
    expect(office.no('OH1', 'extendDecide', second, { duration: 'P31D', reason: 'expert opinion' })).toEqual(['33 extensionTooLong']);
    expect(office.promise(second, 'decide').due).toBe('11-22T00:00');
    office.do('OH1', 'extendDecide', second, { duration: 'P30D', reason: 'expert opinion' });
    expect(office.promise(second, 'decide').due).toBe('12-22T00:00');
    expect(office.told.filter(({ about, text }) => about === second && text === 'decisionExtended')).toMatchObject([{ to: 'B', at: local('11-20T16:00') }]);
    expect(office.no('OH1', 'extendDecide', second, { duration: 'P1D', reason: 'again' })).toEqual(['33 extendedBefore']);
  });

  it('row 23, rule 33: after expiry nothing is extended', () => {
    const { office, second } = complex();
    office.clock('11-22T00:00:00');
    expect(office.no('OH1', 'extendDecide', second, { duration: 'P30D', reason: 'late' })).toEqual(['33 extensionTooLate']);
  });

  it('row 24, rules 3, 33, 34: undecided, both heads are told, the general manager has the last word; the telling is missed in its turn', () => {
    const { office, second } = complex();
    office.do('CS1', 'investigate', second, { findings: 'as told' });
    office.clock('11-20T16:00').do('OH1', 'extendDecide', second, { duration: 'P30D', reason: 'expert opinion' });
    office.clock('12-22T00:00:01');
    expect(office.promise(second, 'decide')).toMatchObject({ verdict: 'missed', open: true });
    expect(office.told.filter(({ about, text }) => about === second && text === 'decisionMissed').map(({ to }) => to)).toEqual(['OH1', 'GM1']);
    const report = office.find('breachReport', 'complaint', second);
    expect(office.upNext(report)).toEqual(['close', 'GM1', expect.anything(), '3']);
    expect(office.no('OH1', 'close', report, { conclusion: 'none' })).toEqual(['3 notAllowed']);
    office.do('GM1', 'close', report, { conclusion: 'two more posts' });
    office.clock('12-22T09:00').do('CS1', 'decide', second, { decision: 'nothing is owed' });
    expect(office.promise(second, 'decide')).toMatchObject({ verdict: 'missed', margin: -32400 });
    expect(office.promise(second, 'tellResult').due).toBe('12-29T17:30');
    office.clock('12-29T17:30:01');
    expect(office.promise(second, 'tellResult')).toMatchObject({ verdict: 'missed', open: true });
    expect(office.toldAbout(second, 's2.2/34')).toEqual(['CS1', 'S1']);
    expect(office.refusedEffects).toEqual([]);
    expect(office.ownerless()).toEqual([]);
  });
});
