import { OwnerOffice } from './owner-office.ts';
import { rudenessClosed, rudenessInquired, rudenessJudged, rudenessSettled } from './owner-story.ts';

describe('S4.2, cause, penalty and corrective action', () => {
  it('row 6, R3, R37, R38, R42, R51: each does his own part and is refused another\'s', () => {
    const { office, rude } = rudenessJudged();
    office.clock('04-06T20:00');
    expect(office.no('DH2', 'takeUp', rude)).toEqual(['3 notAllowed']);
    office.do('DH1', 'takeUp', rude);
    expect(office.no('DH1', 'analyse', rude, { cause: 'temper', responsible: ['T1'] })).toEqual(['37 notAllowed']);
    office.do('CS1', 'analyse', rude, { cause: 'temper', responsible: ['T1'] });
    expect(office.owed(rude, 'analyse')).toMatchObject({ verdict: 'met' });
    expect(office.owed(rude, 'setAction')).toMatchObject({ who: 'T1', rule: '38' });
    expect(office.no('CS1', 'setAction', rude, { action: 'training', actionDue: '2026-04-20' })).toEqual(['38 notAllowed']);
    office.do('T1', 'setAction', rude, { action: 'training', actionDue: '2026-04-20' });
    expect(office.no('PO1', 'recordInquiry', rude, { inquiry: 'i' })).toEqual(['42 formNotSent']);
    office.do('CS1', 'sendToOffice', rude);
    expect(office.owed(rude, 'recordInquiry')).toMatchObject({ who: 'PO1', due: '04-07T17:30', rule: '51' });
    expect(office.no('CS1', 'recordInquiry', rude, { inquiry: 'i' })).toEqual(['51 notAllowed']);
    expect(office.no('T1', 'confirm', rude)).toEqual(['51 noInquiry']);
  });

  it('row 7, R20, R43–R45: not before it is confirmed, by the head of the responsible department, once, five points', () => {
    const { office, rude } = rudenessInquired();
    office.clock('04-07T09:00');
    expect(office.no('DH1', 'penalise', rude)).toEqual(['43 notConfirmed']);
    expect(office.no('DH1', 'confirm', rude)).toEqual(['43 notAllowed']);
    office.do('T1', 'confirm', rude);
    expect(office.no('CS1', 'penalise', rude)).toEqual(['44 notAllowed']);
    expect(office.no('DH2', 'penalise', rude)).toEqual(['44 notAllowed']);
    office.do('DH1', 'penalise', rude);
    expect(office.matter(rude).entries).toMatchObject([{ ledger: 'points', to: 'T1', amount: -5, evidence: 'TS202604-0002', citation: { rule: 's4.2/44' } }]);
    expect(office.no('DH1', 'penalise', rude)).toEqual(['44 penalisedBefore']);
    office.do('CS1', 'answer', rude, { result: 'fee waived' });
    expect(office.toldAbout(rude, 's4.2/45')).toEqual(['A']);
    office.do('CS1', 'settle', rude, { endedBy: 'concession' });
    expect(office.matter(rude)).toMatchObject({ state: 'settled', facts: { endedBy: 'concession' } });
  });

  it('R44: two who are responsible lose five points each, by a head of either', () => {
    const office = new OwnerOffice().clock('04-07T09:00');
    const id = office.judged('A', 'attitude');
    office.do('CS1', 'analyse', id, { cause: 'temper', responsible: ['T1', 'E1'] });
    office.do('CS1', 'sendToOffice', id);
    office.do('PO1', 'recordInquiry', id, { inquiry: 'both' });
    office.do('E1', 'confirm', id);
    office.do('DH2', 'penalise', id);
    expect(office.matter(id).entries.map(({ to, amount }) => [to, amount])).toEqual([['T1', -5], ['E1', -5]]);
  });

  it('row 14, R35, R46: the missed action is told to T1 and his head; found to work it goes to the quality system, and only then is it closed', () => {
    const { office, rude } = rudenessSettled();
    office.clock('04-21T00:00:01');
    expect([...office.toldAbout(rude, 's4.2/46')].sort()).toEqual(['DH1', 'T1']);
    expect(office.no('CS1', 'verifyAction', rude, { effective: true })).toEqual(['46 actionNotDone']);
    expect(office.no('CS1', 'close', rude)).toEqual(['35 notInQualitySystem']);
    office.clock('04-22T10:00').do('T1', 'finishAction', rude);
    expect(office.owed(rude, 'verifyAction')).toMatchObject({ who: 'CS1', due: '04-23T17:30' });
    expect(office.no('CSM1', 'proposeToSystem', rude)).toEqual(['35 notEffective']);
    office.do('CS1', 'verifyAction', rude, { effective: true });
    expect(office.owed(rude, 'proposeToSystem')).toMatchObject({ who: 'CSM1', due: '04-23T17:30', rule: '35' });
    expect(office.no('CS1', 'close', rude)).toEqual(['35 notInQualitySystem']);
    office.do('CSM1', 'proposeToSystem', rude);
    expect(office.upNext(rude)).toEqual(['close', 'CS1', '04-23T17:30', '2']);
    office.do('CS1', 'close', rude);
    expect(office.matter(rude).state).toBe('closed');
  });

  it('R46: an action found not to work is set anew by whoever is responsible, done anew and checked anew', () => {
    const { office, rude } = rudenessSettled();
    office.clock('04-17T10:00').do('T1', 'finishAction', rude);
    office.do('CS1', 'verifyAction', rude, { effective: false });
    expect(office.matter(rude)).toMatchObject({ state: 'reopened', facts: { actionDone: false, actionOpen: true } });
    expect(office.owed(rude, 'setAction')).toMatchObject({ who: 'T1', due: '04-20T17:30' });
    office.do('T1', 'setAction', rude, { action: 'training twice', actionDue: '2026-05-08' });
    expect(office.owed(rude, 'finishAction')).toMatchObject({ who: 'T1', due: '05-09T00:00', verdict: undefined });
    office.do('T1', 'finishAction', rude);
    expect(office.owed(rude, 'verifyAction').verdict).toBeUndefined();
    office.do('CS1', 'verifyAction', rude, { effective: true });
    expect(office.owed(rude, 'proposeToSystem')).toMatchObject({ who: 'CSM1', verdict: undefined });
    office.do('CSM1', 'proposeToSystem', rude);
    expect(office.has(rude, 'close')).toBe(false);
    office.do('CS1', 'settle', rude);
    expect(office.upNext(rude)).toEqual(['close', 'CS1', '04-20T17:30', '2']);
    expect(office.refusedEffects).toEqual([]);
  });

  it('row 9, R39: only what is grave and valid is inspected, by the manager; the action is filled in then', () => {
    const office = new OwnerOffice().clock('04-07T11:00');
    const found = { present: ['CSM1', 'DH1'], findings: 'pump worn', action: 'new pump', actionDue: '2026-04-20' };
    expect(office.no('CSM1', 'inspect', office.judged('D', 'facilities'), found)).toEqual(['39 notGrave']);
    const id = office.judged('D', 'facilities', { media: 'radio' });
    expect(office.no('CS1', 'inspect', id, found)).toEqual(['39 notAllowed']);
    expect(office.no('CSM1', 'inspect', id, { present: found.present })).toEqual(['39 required findings', '38 required action', '46 required actionDue']);
    office.do('CSM1', 'inspect', id, found);
    expect(office.owed(id, 'finishAction')).toMatchObject({ due: '04-21T00:00', rule: '46' });
  });

  it('R35, R2: once closed it is at rest, and nothing is owed on it', () => {
    const { office, rude } = rudenessClosed();
    expect(office.matter(rude).steps.filter(({ open }) => open)).toEqual([]);
    expect(office.ownerless()).toEqual([]);
  });
});
