import { InsuranceOffice } from './insurance-office.ts';
import { local } from './proof-policy.ts';

const contacts = { phone: '1', faxNumber: '2', postalAddress: '3', receptionAddress: '4', emailAddress: '5' };

describe('S2.2, the service centre', () => {
  it('row 1, rules 4, 17: five contacts are published, dated, and only by the head of operations', () => {
    const office = new InsuranceOffice().clock('09-01T09:00');
    const { faxNumber: _, ...without } = contacts;
    expect(office.notMade('OH1', 'contactPage', 'publish', without)).toEqual(['17 required faxNumber']);
    expect(office.notMade('S1', 'contactPage', 'publish', contacts)).toEqual(['4 notAllowed']);
    expect(office.matter(office.act('OH1', 'contactPage', 'publish', contacts)).facts).toMatchObject({ publishedAt: local('09-01T09:00') });
  });

  it('row 2, rules 9, 12: untrained nobody is on duty, and neither post does the other\'s work', () => {
    const office = new InsuranceOffice().clock('09-01T09:30');
    expect(office.notMade('S1', 'dutyPosting', 'assign', { person: 'CS2' })).toEqual(['12 notTrained person']);
    expect(office.notMade('S1', 'dutyPosting', 'assign', { person: 'CS1' })).toEqual([]);
    expect(office.notMade('QA1', 'complaint', 'register', { customer: 'A', capacity: 'insured', channel: 'chat', subject: 's', receivedAt: office.now, material: 'complete' })).toEqual(['18 notAllowed']);
    expect(office.notMade('CS1', 'qualityCheck', 'begin', { person: 'CS1', call: 'c' })).toEqual(['9 notAllowed', '9 ownWork person']);
    expect(office.notMade('QA1', 'qualityCheck', 'begin', { person: 'QA1', call: 'c' })).toEqual(['9 ownWork person']);
    expect(office.notMade('QA1', 'qualityCheck', 'begin', { person: 'CS1', call: 'c' })).toEqual([]);
  });

  it('row 22, rules 4, 51 to 54: the section drafts with time points and standard work, the head of operations publishes', () => {
    const office = new InsuranceOffice().clock('11-16T10:00');
    expect(office.notMade('HR1', 'serviceRules', 'draft', { subject: 'centre', content: 'c', standardWork: 's' })).toEqual(['52 notAllowed']);
    expect(office.notMade('S1', 'serviceRules', 'draft', { subject: 'complaints', content: 'c' })).toEqual(['54 noTimePoints timePoints']);
    expect(office.notMade('S1', 'serviceRules', 'draft', { subject: 'centre', content: 'c' })).toEqual(['53 noStandardWork standardWork']);
    const rules = office.act('S1', 'serviceRules', 'draft', { subject: 'complaints', content: 'c', timePoints: 'ten days' });
    for (const by of ['HR1', 'S1']) expect(office.no(by, 'publish', rules)).toEqual(['51 notAllowed']);
    office.do('OH1', 'publish', rules);
    expect(office.matter(rules)).toMatchObject({ state: 'inForce', facts: { inForceFrom: local('11-16T10:00') } });
  });

  it('row 23, rule 5: the head of operations settles a dispute, the head of the section does not', () => {
    const office = new InsuranceOffice().clock('11-20T16:00');
    const dispute = office.act('S1', 'serviceDispute', 'raise', { complaint: office.complaint('B'), words: 'whose fault' });
    expect(office.no('S1', 'settle', dispute, { settlement: 'sales' })).toEqual(['5 notAllowed']);
    office.do('OH1', 'settle', dispute, { settlement: 'sales' });
    expect(office.matter(dispute).final).toBe(true);
  });
});
