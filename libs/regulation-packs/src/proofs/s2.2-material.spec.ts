import { lintPack } from '../lint/lint-pack.ts';
import { InsuranceOffice } from './insurance-office.ts';
import { local, proofDirectory } from './proof-policy.ts';

/** Rows 3, 5 to 7: A by letter at 10:00 and B by fax at 16:00 on 22 September, both incomplete. */
function received(): { office: InsuranceOffice; a: string; b: string } {
  const office = new InsuranceOffice();
  const a = office.clock('09-22T10:00').complaint('A', { material: 'incomplete' });
  const b = office.clock('09-22T16:00').complaint('B', { capacity: 'insured', channel: 'fax', material: 'incomplete' });
  return { office, a, b };
}

describe('S2.2, material', () => {
  it('the pack is sound: lint finds nothing', () => {
    expect(lintPack(proofDirectory('s2.2'))).toEqual([]);
  });

  it('row 3, rules 10, 16, 18, 19: both are registered with a number, and the rest is asked for by 30 September 17:30', () => {
    const { office, a, b } = received();
    expect([a, b].map((id) => [office.matter(id).number, office.matter(id).state, office.matter(id).owner])).toEqual([['TS202609-0001', 'registered', 'CS1'], ['TS202609-0002', 'registered', 'CS1']]);
    expect([a, b].map((id) => office.upNext(id))).toEqual([['ask', 'CS1', '09-30T17:30', '19'], ['ask', 'CS1', '09-30T17:30', '19']]);
  });

  it('row 3, rules 8, 10: what comes to the centre as a complaint is registered as one; the other three kinds are answered there', () => {
    const office = new InsuranceOffice('09-22T10:00');
    const request = (about: string) => office.act('CS1', 'centreRequest', 'receive', { customer: 'A', channel: 'chat', about, words: 'too little was paid', capacity: 'policyholder', material: 'complete' });
    const complained = office.matter(request('complaint'));
    expect(complained).toMatchObject({ state: 'passed', final: true });
    expect(office.matter(complained.links['complaint']!)).toMatchObject({ number: 'TS202609-0001', state: 'registered', owner: 'CS1', facts: { customer: 'A', receivedAt: local('09-22T10:00') } });
    for (const about of ['enquiry', 'claimReport', 'misconductReport']) expect(office.upNext(request(about))).toEqual(['answer', 'CS1', '09-23T17:30', '10']);
    expect(office.notMade('QA1', 'centreRequest', 'receive', { customer: 'A', channel: 'chat', about: 'enquiry', words: 'x', capacity: 'policyholder', material: 'complete' })).toEqual(['8 notAllowed']);
  });

  it('row 5, rule 19: asked at 17:30:00 is met with margin 0, a second later is missed; the head is told, and it counts for timeliness', () => {
    const { office, a, b } = received();
    office.clock('09-30T17:30:00').do('CS1', 'ask', a);
    expect(office.promise(a, 'ask')).toEqual({ due: '09-30T17:30', verdict: 'met', margin: 0, open: false });
    expect(office.matter(a)).toMatchObject({ state: 'materialRequested', entries: [] });
    expect(office.promise(a, 'completion')).toMatchObject({ due: '10-16T00:00', open: true });
    expect(office.promise(b, 'ask').verdict).toBeUndefined();
    office.clock('09-30T17:30:01');
    expect(office.promise(b, 'ask')).toMatchObject({ verdict: 'missed', open: true });
    expect(office.toldAbout(b, 's2.2/19')).toEqual(['CS1', 'S1']);
    expect(office.matter(b).entries).toMatchObject([{ ledger: 'evidence', account: 'timeliness', to: 'CS1', amount: 1, at: '2026-09-30', citation: { rule: 's2.2/14' } }]);
  });

  it('row 5, rule 19: the complainant\'s own term is nobody\'s fault: silence is noted, and whoever owns it looks again', () => {
    const { office, a } = received();
    office.clock('09-30T17:30').do('CS1', 'ask', a);
    expect(office.upNext(a)).toEqual([expect.anything(), 'CS1', '10-16T00:00', expect.anything()]);
    office.clock('10-16T00:00:00');
    expect(office.promise(a, 'completion')).toMatchObject({ verdict: 'reached' });
    expect(office.events.filter(({ type }) => type === 'complaint.completion.reached').map(({ at }) => at)).toEqual([local('10-16T00:00')]);
    expect(office.told.filter(({ rule }) => rule === 's2.2/19')).toHaveLength(2);
  });

  it('row 6, rules 21, 30: completed on a holiday, it is reviewed on the next working day and told by the tenth', () => {
    const { office, a } = received();
    office.clock('09-30T17:30').do('CS1', 'ask', a);
    office.clock('10-02T11:00').do('A', 'complete', a);
    expect(office.upNext(a)).toEqual(['judge', 'CS1', '10-08T17:30', '21']);
    expect(office.promise(a, 'tell').due).toBe('10-20T17:30');
  });

  it('row 7, rules 19, 30: asked late stays missed; completed then, the ten days run from there', () => {
    const { office, b } = received();
    office.clock('10-08T10:00').do('CS1', 'ask', b);
    office.do('B', 'complete', b);
    expect(office.promise(b, 'ask')).toMatchObject({ verdict: 'missed', open: false });
    expect(office.promise(b, 'tell')).toMatchObject({ due: '10-21T17:30', open: true });
  });

  it('rule 19: completed before it was asked for, nothing is left to ask', () => {
    const { office, a } = received();
    office.clock('09-23T09:00').do('A', 'complete', a);
    expect(office.run(a, 'ask')).toMatchObject({ open: false, dropped: true });
    expect(office.no('CS1', 'ask', a)).toEqual(['19 materialComplete']);
  });

  it('row 9, rules 2, 19: a self-named delegate without proof is incomplete, with proof complete', () => {
    const office = new InsuranceOffice();
    const without = office.clock('10-12T09:00').complaint('C', { capacity: 'delegate' });
    expect(office.upNext(without)).toEqual(['ask', 'CS1', '10-19T17:30', '19']);
    const proven = office.complaint('C', { capacity: 'delegate', delegateProof: true });
    expect(office.upNext(proven)).toEqual(['judge', 'CS1', '10-13T17:30', '21']);
  });

  it('row 25: received in the future is refused with its field; a due beyond the published calendar is provisional', () => {
    const office = new InsuranceOffice().clock('12-30T10:00');
    expect(office.notMade('CS1', 'complaint', 'register', { customer: 'E', capacity: 'policyholder', channel: 'letter', subject: 's', receivedAt: local('12-31T00:00'), material: 'complete' })).toEqual([expect.stringMatching(/ receivedAt$/)]);
    const today = office.complaint('E');
    expect(office.run(today, 'tell').provisional).toBe('calendar-year-not-published');
    expect(office.run(today, 'judge').provisional).toBeUndefined();
  });
});
