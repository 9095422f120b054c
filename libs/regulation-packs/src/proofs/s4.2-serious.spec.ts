import { OwnerOffice } from './owner-office.ts';
import { rudenessClosed } from './owner-story.ts';

/** Row 10: F's dark yard came through E2, everything done in time; a newspaper on 04-09 makes it serious. */
function darkYard(): { office: OwnerOffice; id: string } {
  const office = new OwnerOffice().clock('04-08T09:00');
  const id = office.act('E2', 'complaint', 'report', { customer: 'F', content: 'dark yard' });
  office.do('E2', 'tellSuperior', id);
  office.passed(office.do('CS1', 'register', id, { phone: '1', via: 'staff', departments: ['security'] }));
  office.do('CS1', 'judge', id, { ground: 'area' });
  office.clock('04-09T09:00').do('CS1', 'amend', id, { media: 'newspaper' });
  office.passed(id);
  office.do('CSM1', 'inspect', id, { present: ['CSM1', 'DH2'], findings: 'lamps out', action: 'new lamps', actionDue: '2026-04-30' });
  office.do('CS1', 'analyse', id, { cause: 'lamps', responsible: ['E1'] });
  office.do('CS1', 'sendToOffice', id);
  office.do('PO1', 'recordInquiry', id, { inquiry: 'lamps out' });
  office.do('E1', 'confirm', id);
  office.do('DH2', 'penalise', id);
  office.do('CS1', 'answer', id, { result: 'lamps ordered' });
  return { office, id };
}

describe('S4.2, the serious complaint: who gives the result, and who stands above whom', () => {
  it('row 11, R40, R41, R45: a head alone files no result; project office and customer service sign one; the owner is told', () => {
    const office = new OwnerOffice().clock('04-07T10:10');
    const id = office.judged('D', 'facilities', { departments: ['engineering', 'security', 'cleaning'] });
    office.clock('04-09T10:10');
    expect(office.no('DH1', 'giveResult', id, { result: 'pump replaced' })).toEqual(['41 notAllowed']);
    office.do('PO1', 'giveResult', id, { result: 'pump replaced' });
    expect(office.owed(id, 'result').verdict).toBeUndefined();
    expect(office.no('CS1', 'giveResult', id, { result: 'pump mended' })).toEqual(['41 contentDiffers']);
    office.do('CS1', 'giveResult', id, { result: 'pump replaced' });
    expect(office.owed(id, 'result')).toMatchObject({ verdict: 'met', margin: 0 });
    expect(office.owed(id, 'answer')).toMatchObject({ who: 'CS1', rule: '45' });
    office.do('CS1', 'answer', id);
    expect(office.owed(id, 'answer').verdict).toBe('met');
    expect(office.toldAbout(id, 's4.2/45')).toEqual(['D']);
  });

  it('R40: an ordinary or invalid one has no such result', () => {
    const office = new OwnerOffice().clock('04-07T10:00');
    const plain = office.registered('D');
    expect(office.no('PO1', 'giveResult', plain, { result: 'r' })).toEqual(['40 notSeriouslyFailing']);
    const invalid = office.judged('D', 'ownGuess', { media: 'radio' });
    expect(office.no('PO1', 'giveResult', invalid, { result: 'r' })).toEqual(['40 notSeriouslyFailing']);
  });

  it('row 12, R37: the analysis missed is told to customer service and its supervisor', () => {
    const office = new OwnerOffice().clock('04-07T11:00');
    const id = office.judged('D', 'facilities', { media: 'radio' });
    office.clock('04-10T23:59:59.999');
    expect(office.toldAbout(id, 's4.2/37')).toEqual([]);
    office.clock('04-11T00:00:01');
    expect(office.toldAbout(id, 's4.2/37')).toEqual(['CS1', 'SUP1']);
  });

  it('rows 10, 13, R6, R11, R40: nothing overdue, no report past superiors; after the limit the guard who took it may, and the project manager\'s word stands', () => {
    const { office, id } = darkYard();
    office.clock('04-10T09:00');
    expect(office.no('E2', 'escalate', id, { escalatedTo: 'P1' })).toEqual(['11 nothingOverdue']);
    office.clock('04-11T09:00');
    expect(office.owed(id, 'result')).toMatchObject({ due: '04-11T09:00', verdict: undefined });
    expect(office.no('E2', 'escalate', id, { escalatedTo: 'P1' })).toEqual(['11 nothingOverdue']);
    office.clock('04-11T09:00:00.001');
    expect(office.toldAbout(id, 's4.2/40')).toEqual(['PO1', 'P1']);
    office.clock('04-11T09:00:01');
    expect(office.no('E1', 'escalate', id, { escalatedTo: 'P1' })).toEqual(['11 notAllowed']);
    for (const other of ['DH2', 'E1']) expect(office.no('E2', 'escalate', id, { escalatedTo: other })).toEqual(['11 notPastTheSuperior escalatedTo']);
    office.do('E2', 'escalate', id, { escalatedTo: 'P1' });
    expect(office.matter(id).facts).toMatchObject({ escalatedTo: 'P1', bypassed: 'DH2' });
    expect(office.owed(id, 'escalated')).toMatchObject({ who: 'P1', due: '04-13T17:30', rule: '11' });
    office.do('DH2', 'decide', id, { result: 'wait' });
    expect(office.owed(id, 'result')).toMatchObject({ verdict: 'missed' });
    expect(office.run(id, 'result').open).toBe(true);
    office.do('P1', 'decide', id, { result: 'lamps tonight' });
    expect(office.run(id, 'result').open).toBe(false);
    expect(office.no('DH2', 'decide', id, { result: 'wait' })).toEqual(['6 decidedAboveYou']);
    expect(office.no('DH1', 'decide', id, { result: 'wait' })).toEqual(['6 notAllowed', '6 decidedAboveYou']);
    expect(office.do('P1', 'decide', id, { result: 'lamps now' })).toBe(id);
    expect(office.refusedEffects).toEqual([]);
  });

  it('row 16, R25: thirty days after, the same owner\'s complaint is serious and reopens the action; the 31st day it is linked and ordinary', () => {
    const { office, rude } = rudenessClosed();
    office.clock('05-03T16:00');
    const again = office.registered('A', { repeats: rude });
    expect(office.matter(again).facts).toMatchObject({ class: 'serious', again: true });
    expect(office.matter(again).reasons['class']?.citation.rule).toBe('s4.2/25');
    expect(office.owed(again, 'result').due).toBe('05-05T16:00');
    expect(office.matter(rude)).toMatchObject({ state: 'reopened', facts: { actionOpen: true, effective: false } });
    expect(office.owed(rude, 'setAction')).toMatchObject({ who: 'T1', due: '05-06T17:30', verdict: undefined });
    office.do('T1', 'setAction', rude, { action: 'another post', actionDue: '2026-05-08' });
    office.do('T1', 'finishAction', rude);
    office.do('CS1', 'verifyAction', rude, { effective: true });
    expect(office.no('CS1', 'settle', rude, { endedBy: 'rework' })).toEqual([]);
    expect(office.no('CS1', 'close', rude)).toEqual(['35 notInQualitySystem']);
    office.do('CSM1', 'proposeToSystem', rude);
    expect(office.owed(rude, 'close').verdict).toBeUndefined();
    office.do('CS1', 'close', rude);
    expect(office.no('CS1', 'register', undefined, OwnerOffice.entry('B', { repeats: rude }))).toEqual(['25 otherOwner repeats']);
    expect(office.refusedEffects).toEqual([]);
  });

  it('row 16, R25: on the 31st day the complaint is linked and ordinary, and nothing is reopened', () => {
    const { office, rude } = rudenessClosed();
    office.clock('05-04T16:00');
    const later = office.registered('A', { repeats: rude });
    expect(office.matter(later).facts).toMatchObject({ class: 'ordinary', again: false });
    expect(office.matter(later).links).toMatchObject({ repeats: rude });
    expect(office.matter(rude).state).toBe('closed');
  });

  it('row 18, R26: a fault of the quality system goes to management review by the next working day, and is not closed before', () => {
    const office = new OwnerOffice().clock('05-06T11:00');
    const id = office.judged('A', 'procedure', { systemFault: true });
    expect(office.owed(id, 'submitReview')).toMatchObject({ who: 'CSM1', due: '05-07T17:30', rule: '26' });
    office.do('CS1', 'settle', id, { endedBy: 'other' });
    expect(office.no('CS1', 'close', id)).toEqual(['26 managementReviewOpen']);
    office.do('CSM1', 'submitReview', id);
    expect(office.do('CS1', 'close', id)).toBe(id);
    const invalid = office.judged('A', 'ownGuess', { systemFault: true });
    expect(office.no('CS1', 'explain', invalid)).toEqual(['26 managementReviewOpen']);
    expect(office.no('CSM1', 'submitReview', office.registered('B'))).toEqual(['26 noSystemFault']);
  });

  it('R19, R20: an ordinary one ends by rework or a concession; a serious one may end otherwise', () => {
    const office = new OwnerOffice().clock('05-06T11:00');
    const plain = office.judged('A', 'area');
    expect(office.no('CS1', 'settle', plain, { endedBy: 'other' })).toEqual(['19 ordinaryEndsBy endedBy']);
    expect(office.no('CS1', 'settle', plain, { endedBy: 'rework' })).toEqual([]);
    expect(office.no('CS1', 'settle', office.judged('B', 'area'), { endedBy: 'concession' })).toEqual([]);
    expect(office.no('CS1', 'settle', office.judged('C', 'area', { media: 'radio' }), { endedBy: 'other' })).toEqual([]);
  });
});
