import { InsuranceOffice } from './insurance-office.ts';
import { local } from './proof-policy.ts';

const four = ['complaintRules', 'assessment', 'accountability', 'officers'];

/** The regulator's file with its four documents, reported. */
function filed(office: InsuranceOffice): string {
  const file = office.act('OH1', 'regulatorFile', 'open');
  for (const line of four) office.act('OH1', 'regulatorFile', 'replace', { version: '1' }, file, { line });
  return office.do('OH1', 'reportChange', file);
}

describe('S2.2, reports', () => {
  it('row 4, rule 36: a change is reported within five working days, the two holidays and the make-up day counted as published', () => {
    const office = new InsuranceOffice();
    const file = filed(office);
    office.clock('09-29T10:00').act('OH1', 'regulatorFile', 'replace', { version: '2' }, file, { line: 'officers' });
    expect(office.upNext(file)).toEqual(['reportChange', 'OH1', '10-12T17:30', '36']);
    expect(office.matter(file).facts['documents']).toMatchObject(four.map((document) => ({ document, version: document === 'officers' ? '2' : '1' })));
    office.clock('10-12T17:30:00');
    expect(office.promise(file, 'reportChange').verdict).toBeUndefined();
    office.clock('10-12T17:30:01');
    expect(office.promise(file, 'reportChange')).toMatchObject({ verdict: 'missed', open: true });
    expect(office.toldAbout(file, 's2.2/36')).toEqual(['OH1', 'GM1']);
  });

  it('row 4, rule 35: nothing else is reported, and not before all four are there', () => {
    const office = new InsuranceOffice();
    const file = office.act('OH1', 'regulatorFile', 'open');
    expect(office.refused('OH1', 'regulatorFile', 'replace', { version: '1' }, file, { line: 'menu' })).toEqual(['s2.2/35 notAReportedDocument']);
    office.act('OH1', 'regulatorFile', 'replace', { version: '1' }, file, { line: 'officers' });
    expect(office.no('OH1', 'reportChange', file)).toEqual(['35 documentMissing documents']);
  });

  it('row 8, rules 13, 37: the quality report of 10 October 23:59 is met, the analysis of the quarter is missed at the end of that day', () => {
    const office = new InsuranceOffice().clock('10-01T00:00');
    office.openCycles();
    const [quality, analysis] = [office.find('periodicReport', 'report', 'quality'), office.find('periodicReport', 'report', 'complaints')];
    expect(office.upNext(quality)).toEqual(['handIn', 'S1', '10-11T00:00', '13']);
    expect(office.upNext(analysis)).toEqual(['handIn', 'S1', '10-11T00:00', '37']);
    expect(office.matter(analysis).facts['period']).toMatchObject({ start: local('07-01T00:00'), end: local('10-01T00:00') });
    expect(office.no('OH1', 'handIn', quality, { reportText: 'x' })).toEqual(['13 notAllowed']);
    office.clock('10-10T23:59').do('S1', 'handIn', quality, { reportText: 'fair' });
    office.clock('10-11T00:00:01');
    expect(office.promise(quality, 'qualityReport')).toEqual({ due: '10-11T00:00', verdict: 'met', margin: 60, open: false });
    expect(office.promise(analysis, 'complaintAnalysis')).toMatchObject({ verdict: 'missed', open: true });
    expect(office.toldAbout(analysis, 's2.2/37')).toEqual(['S1', 'OH1']);
  });

  it('rows 12, 19, rule 20: the regulator is answered exactly when it demands, and in writing', () => {
    const office = new InsuranceOffice().clock('10-13T09:00');
    const referral = (at: string) => office.act('CS1', 'referral', 'receive', { subject: 's', demandedBy: local(at) });
    const [first, second] = [referral('10-23T12:00'), referral('10-28T09:00')];
    expect([first, second].map((id) => office.upNext(id))).toEqual([['report', 'OH1', '10-23T12:00', '20'], ['report', 'OH1', '10-28T09:00', '20']]);
    office.clock('10-23T12:00:00');
    expect(office.no('OH1', 'report', first, { inForm: 'phone', reportText: 'told' })).toEqual(['20 notWritten inForm']);
    office.do('OH1', 'report', first, { inForm: 'written', reportText: 'the facts' });
    expect(office.promise(first, 'report')).toMatchObject({ verdict: 'met', margin: 0 });
    office.clock('10-28T09:00:01');
    expect(office.promise(second, 'report')).toMatchObject({ verdict: 'missed', open: true });
    expect(office.toldAbout(second, 's2.2/20')).toEqual(['OH1', 'GM1']);
  });
});
