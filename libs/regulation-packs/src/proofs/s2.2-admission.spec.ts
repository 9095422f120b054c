import { InsuranceOffice } from './insurance-office.ts';

const reason = 'see clause';

describe('S2.2, admission', () => {
  it('row 9, rules 6, 21: only the section judges, and only complete material', () => {
    const office = new InsuranceOffice().clock('10-12T09:00');
    const complete = office.complaint('A');
    expect(office.no('BC1', 'judge', complete, { insurance: true, ours: true })).toEqual(['6 notAllowed']);
    expect(office.no('QA1', 'judge', complete, { insurance: true, ours: true })).toEqual(['6 notAllowed']);
    const incomplete = office.complaint('B', { material: 'incomplete' });
    expect(office.no('CS1', 'judge', incomplete, { insurance: true, ours: true })).toEqual(['21 materialIncomplete']);
  });

  it.each([
    ['26: not the consumer, nor his delegate', { customer: 'N', capacity: 'other' }, { insurance: true, ours: true, reason }, 'notAccepted', '26'],
    ['22: an insurance complaint, and ours', { customer: 'A' }, { insurance: true, ours: true }, 'accepted', '22'],
    ['23: the bank\'s card fee', { customer: 'K' }, { insurance: true, ours: false, referredTo: 'the bank', reason }, 'notAccepted', '23'],
    ['24: a supplier\'s unpaid bill', { customer: 'K', capacity: 'potential' }, { insurance: false, ours: false, unit: 'finance' }, 'passedOn', '24'],
    ['25: street noise', { customer: 'K', capacity: 'prospective' }, { insurance: false, ours: false, reason }, 'notAccepted', '25'],
  ])('row 9, rule %s', (_, given, judged, state, rule) => {
    const office = new InsuranceOffice().clock('10-12T09:00');
    const { customer, ...more } = given as { customer: string };
    const id = office.complaint(customer, more);
    office.do('CS1', 'judge', id, judged);
    expect(office.matter(id)).toMatchObject({ state, reasons: { admission: { citation: { rule: `s2.2/${rule}` } } } });
    expect(office.promise(id, 'tell')).toEqual({ due: '10-26T17:30', verdict: undefined, margin: undefined, open: true });
  });

  it('row 9, rule 24: passed on and told, the head of that department owns it, and closes it under its own rules', () => {
    const office = new InsuranceOffice().clock('10-12T09:00');
    const id = office.complaint('K', { capacity: 'potential' });
    office.do('CS1', 'judge', id, { insurance: false, ours: false, unit: 'finance' });
    office.do('CS1', 'tell', id);
    expect(office.matter(id).owner).toBe('FH1');
    expect(office.upNext(id)).toEqual(['finish', 'FH1', '10-13T17:30', '24']);
    expect(office.no('SH1', 'finish', id)).toEqual(['24 notAllowed']);
    office.do('FH1', 'finish', id);
    expect(office.matter(id).final).toBe(true);
  });

  it('row 9, rules 23, 31: without reasons it is not declined; ours is not referred elsewhere', () => {
    const office = new InsuranceOffice().clock('10-12T09:00');
    const id = office.complaint('N', { capacity: 'other' });
    expect(office.no('CS1', 'judge', id, { insurance: true, ours: true })).toEqual(['31 reasonMissing reason']);
    expect(office.no('CS1', 'judge', id, { insurance: true, ours: true, referredTo: 'the bank', reason })).toEqual(['23 notToBeReferred referredTo']);
    office.do('CS1', 'judge', id, { insurance: true, ours: true, reason });
    office.do('CS1', 'tell', id);
    expect(office.matter(id)).toMatchObject({ state: 'closed', final: true });
  });

  it('rule 30: told at 17:30:00 of the tenth working day is met, a second later missed', () => {
    const office = new InsuranceOffice().clock('10-12T09:00');
    const [met, late] = [office.complaint('A'), office.complaint('B')];
    for (const id of [met, late]) office.do('CS1', 'judge', id, { insurance: true, ours: true });
    office.clock('10-26T17:30:00').do('CS1', 'tell', met);
    office.clock('10-26T17:30:01').do('CS1', 'tell', late);
    expect([met, late].map((id) => office.promise(id, 'tell'))).toMatchObject([{ verdict: 'met', margin: 0 }, { verdict: 'missed', margin: -1 }]);
  });

  it('row 17, rule 30: not told by then, the head of operations is told beside owner and superior', () => {
    const office = new InsuranceOffice().clock('10-08T10:00');
    const id = office.complaint('B');
    office.clock('10-21T17:30:01');
    expect(office.promise(id, 'tell')).toMatchObject({ due: '10-21T17:30', verdict: 'missed' });
    expect(office.toldAbout(id, 's2.2/30').toSorted()).toEqual(['CS1', 'OH1', 'S1']);
  });

  it('row 16, rule 27: the same again without news is declined while the first runs, and leaves its clock alone', () => {
    const office = new InsuranceOffice().clock('10-02T11:00');
    const first = office.complaint('A');
    office.clock('10-15T10:00').accept(first);
    const again = office.clock('10-20T09:00').complaint('A', { earlier: first });
    office.do('CS1', 'judge', again, { insurance: true, ours: true, reason });
    expect(office.matter(again)).toMatchObject({ state: 'notAccepted', reasons: { admission: { citation: { rule: 's2.2/27' } } } });
    expect(office.promise(again, 'tell').due).toBe('11-03T17:30');
    expect(office.promise(first, 'decide').due).toBe('10-31T00:00');
  });

  it('rule 27: open means from registration: before the first is accepted it is declined too', () => {
    const office = new InsuranceOffice().clock('10-02T11:00');
    const first = office.complaint('A');
    const again = office.clock('10-09T09:00').complaint('A', { earlier: first });
    expect(office.no('CS1', 'merge', again)).toEqual(['29 noNewFacts newFacts']);
    office.do('CS1', 'judge', again, { insurance: true, ours: true, reason });
    expect(office.matter(again).reasons['admission']?.citation.rule).toBe('s2.2/27');
  });

  it('row 22, rules 22, 28: after the decision the same again is declined; with a new witness it is a linked complaint of its own', () => {
    const office = new InsuranceOffice().clock('10-02T11:00');
    const first = office.complaint('A');
    office.clock('10-15T10:00').accept(first);
    office.do('CS1', 'investigate', first, { findings: 'as told' });
    office.clock('11-05T10:00').do('CS1', 'decide', first, { decision: 'nothing is owed' });
    const again = office.clock('11-16T10:00').complaint('A', { earlier: first });
    office.do('CS1', 'judge', again, { insurance: true, ours: true, reason });
    expect(office.matter(again)).toMatchObject({ state: 'notAccepted', reasons: { admission: { citation: { rule: 's2.2/28' } } } });
    const witness = office.complaint('A', { earlier: first, newFacts: true });
    expect(office.no('CS1', 'merge', witness)).toEqual(['29 decidedBefore']);
    office.do('CS1', 'judge', witness, { insurance: true, ours: true });
    expect(office.matter(witness)).toMatchObject({ state: 'accepted', links: { earlier: first } });
  });
});
