import { OwnerOffice } from './owner-office.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const serious = { media: 'evening paper' };

describe('S4.2, the limits: due, margin, and both sides of each', () => {
  it.each([['16:30', 'met', 0], ['16:30:00.001', 'missed', -1], ['16:29', 'met', MINUTE]] as const)('rows 2, 4, R15: registered at 16:00, passed on at %s: %s', (at, verdict, margin) => {
    const office = new OwnerOffice().clock('04-03T16:00');
    const id = office.registered('A');
    expect(office.upNext(id)).toEqual(['passOn', 'CS1', '04-03T16:30', '15']);
    office.clock(`04-03T${at}`).do('CS1', 'passOn', id, { how: 'phone', passedTo: ['DH1'] });
    expect(office.owed(id, 'passOn')).toMatchObject({ verdict, margin });
    expect(office.toldAbout(id, 's4.2/15').filter((to) => to === 'SUP1')).toHaveLength(verdict === 'missed' ? 1 : 0);
  });

  it.each([['16:50', 'met', 0], ['16:50:00.001', 'missed', -1]] as const)('row 3, R49: passed on at 16:20, the people contacted at %s: %s', (at, verdict, margin) => {
    const office = new OwnerOffice().clock('04-03T16:20');
    const id = office.do('CS1', 'passOn', office.registered('A'), { how: 'phone', passedTo: ['DH1'] });
    office.clock(`04-03T${at}`).do('CS1', 'contact', id, { contacted: ['T1'] });
    expect(office.owed(id, 'contact')).toEqual({ who: 'CS1', due: '04-03T16:50', verdict, margin, rule: '49' });
  });

  it.each([['04-04T16:00', 'met', 0], ['04-04T16:00:00.001', 'missed', -1]] as const)('row 2, R1: received 04-03 16:00, the superior told %s: %s', (at, verdict, margin) => {
    const office = new OwnerOffice().clock('04-03T16:00');
    const id = office.act('E1', 'complaint', 'report', { customer: 'A', content: 'rude' });
    office.clock(at).do('E1', 'tellSuperior', id);
    expect(office.owed(id, 'tellSuperior')).toEqual({ who: 'E1', due: '04-04T16:00', verdict, margin, rule: '1' });
    expect(office.toldAbout(id, 's4.2/1')).toContain('DH2');
  });

  it.each([['04-05T23:59:59.999', 'met', 1], ['04-06T00:00', 'missed', 0]] as const)('rows 4, 5, R36: judged invalid on 04-04, explained %s: %s; holidays count', (at, verdict, margin) => {
    const office = new OwnerOffice().clock('04-04T11:00');
    const id = office.judged('B', 'standardsUnknown');
    expect(office.upNext(id)).toEqual(['explain', 'CS1', '04-06T00:00', '36']);
    office.clock(at).do('CS1', 'explain', id);
    expect(office.owed(id, 'explain')).toMatchObject({ verdict, margin });
    expect(office.matter(id).state).toBe('closed');
    expect(office.toldAbout(id, 's4.2/36').filter((to) => to === 'SUP1')).toHaveLength(verdict === 'missed' ? 1 : 0);
  });

  it.each([['04-06T23:59:59.999', 'met'], ['04-07T00:00', 'missed']] as const)('rows 3, 6, R37: judged valid on 04-03, analysed %s: %s', (at, verdict) => {
    const office = new OwnerOffice().clock('04-03T17:00');
    const id = office.judged('A', 'attitude');
    expect(office.upNext(id)).toEqual(['analyse', 'CS1', '04-07T00:00', '37']);
    office.clock(at).do('CS1', 'analyse', id, { cause: 'temper', responsible: ['T1'] });
    expect(office.owed(id, 'analyse')).toMatchObject({ verdict });
  });

  it('row 19, R36, R37: on a working day the same days count', () => {
    const office = new OwnerOffice().clock('05-06T12:00');
    expect(office.owed(office.judged('A', 'forOthers'), 'explain').due).toBe('05-08T00:00');
    expect(office.owed(office.judged('A', 'procedure'), 'analyse').due).toBe('05-10T00:00');
  });

  it.each([['04-09T10:10', 'met', 0], ['04-09T10:10:00.001', 'missed', -1]] as const)('rows 8, 11, R40: serious at 04-07 10:10, a result %s: %s by the clock', (at, verdict, margin) => {
    const office = new OwnerOffice().clock('04-07T10:00');
    const id = office.passed(office.registered('D', { departments: ['engineering', 'security'] }));
    expect(office.has(id, 'result')).toBe(false);
    office.clock('04-07T10:10').do('CS1', 'amend', id, { departments: ['engineering', 'security', 'customerService'] });
    expect(office.owed(id, 'result')).toMatchObject({ who: 'PO1', due: '04-09T10:10', rule: '40' });
    office.clock(at).do('PO1', 'giveResult', id, { result: 'pump replaced' });
    office.do('CS1', 'giveResult', id, { result: 'pump replaced' });
    expect(office.owed(id, 'result')).toMatchObject({ verdict, margin });
    expect(office.toldAbout(id, 's4.2/40')).toEqual(verdict === 'missed' ? ['PO1', 'P1'] : []);
  });

  it('R40: serious at once it runs from registration; judged invalid it ends without verdict and the explanation begins', () => {
    const office = new OwnerOffice().clock('05-03T16:00');
    const id = office.registered('A', serious);
    expect(office.owed(id, 'result').due).toBe('05-05T16:00');
    office.passed(id);
    office.clock('05-04T09:00').do('CS1', 'judge', id, { ground: 'ownGuess' });
    expect(office.run(id, 'result')).toMatchObject({ open: false, dropped: true });
    expect(office.upNext(id)).toEqual(['explain', 'CS1', '05-06T00:00', '36']);
  });

  it('rows 8, 10, R17: what becomes serious is passed on in writing within 30 minutes, whatever was passed on before', () => {
    const office = new OwnerOffice().clock('04-08T09:00');
    const id = office.do('CS1', 'passOn', office.registered('F'), { how: 'phone', passedTo: ['DH2'] });
    office.do('CS1', 'contact', id, { contacted: ['DH2'] });
    office.do('CS1', 'judge', id, { ground: 'area' });
    office.clock('04-09T09:00').do('CS1', 'amend', id, serious);
    expect(office.owed(id, 'result').due).toBe('04-11T09:00');
    expect(office.owed(id, 'passOnWritten')).toMatchObject({ due: '04-09T09:30', rule: '17' });
    expect(office.no('CS1', 'passOn', id, { how: 'word', passedTo: ['DH2'] })).toEqual(['17 mustBeWritten how']);
    office.clock('04-09T09:30').do('CS1', 'passOn', id, { how: 'written', passedTo: ['DH2'] });
    expect(office.owed(id, 'passOnWritten')).toMatchObject({ verdict: 'met', margin: 0 });
  });

  it.each([['04-07T20:00', 'met', 0], ['04-07T20:00:00.001', 'missed', -1]] as const)('row 6, R42: filled on 04-06 20:00, the form reaches the office %s: %s', (at, verdict, margin) => {
    const office = new OwnerOffice().clock('04-06T20:00');
    const id = office.judged('A', 'attitude');
    office.do('CS1', 'analyse', id, { cause: 'temper', responsible: ['T1'] });
    office.clock(at).do('CS1', 'sendToOffice', id);
    expect(office.owed(id, 'sendToOffice')).toEqual({ who: 'CS1', due: '04-07T20:00', verdict, margin, rule: '42' });
  });

  it.each([['04-20T23:59:59.999', 'met'], ['04-21T00:00', 'missed']] as const)('rows 6, 14, R46: an action due 04-20, done %s: %s', (at, verdict) => {
    const office = new OwnerOffice().clock('04-06T20:00');
    const id = office.judged('A', 'attitude');
    office.do('CS1', 'analyse', id, { cause: 'temper', responsible: ['T1'] });
    office.do('T1', 'setAction', id, { action: 'training', actionDue: '2026-04-20' });
    expect(office.owed(id, 'finishAction')).toMatchObject({ who: 'T1', due: '04-21T00:00', rule: '46' });
    office.clock(at).do('T1', 'finishAction', id);
    expect(office.owed(id, 'finishAction').verdict).toBe(verdict);
    expect([...office.toldAbout(id, 's4.2/46')].sort()).toEqual(verdict === 'missed' ? ['DH1', 'T1'] : []);
  });

  it.each([['05-02T23:59:59.999', 'met'], ['05-03T00:00', 'missed']] as const)('row 15, R47: registered 04-29, other units, the owner contacted %s: %s; holidays count', (at, verdict) => {
    const office = new OwnerOffice().clock('04-29T15:00');
    const id = office.registered('G', { otherUnits: ['gas company'] });
    expect(office.owed(id, 'explainUnits').due).toBe('05-03T00:00');
    office.clock(at).do('CS1', 'explain', id);
    expect(office.owed(id, 'explainUnits')).toMatchObject({ verdict, rule: '47' });
    expect(office.toldAbout(id, 's4.2/47').filter((to) => to === 'SUP1')).toHaveLength(verdict === 'missed' ? 1 : 0);
  });

  it('R47: what turns out to be of others later still runs from registration', () => {
    const office = new OwnerOffice().clock('04-29T15:00');
    const id = office.registered('G');
    office.clock('04-30T09:00').do('CS1', 'amend', id, { otherUnits: ['gas company'] });
    expect(office.owed(id, 'explainUnits').due).toBe('05-03T00:00');
  });

  it.each([['04-30T15:00', 'met', 0], ['04-30T15:00:00.001', 'missed', -1]] as const)('row 15, R48, R52: the unit contacted %s: %s; its result told within 24 hours', (at, verdict, margin) => {
    const office = new OwnerOffice().clock('04-29T15:00');
    const id = office.registered('G', { otherUnits: ['gas company'] });
    office.clock(at).do('CS1', 'contactUnit', id);
    expect(office.owed(id, 'contactUnit')).toEqual({ who: 'CS1', due: '04-30T15:00', verdict, margin, rule: '48' });
    office.clock('05-04T10:00').do('CS1', 'unitResult', id, { result: 'pipe mended' });
    office.clock('05-05T10:00').do('CS1', 'answer', id);
    expect(office.owed(id, 'tellUnitResult')).toEqual({ who: 'CS1', due: '05-05T10:00', verdict: 'met', margin: 0, rule: '52' });
  });

  it('row 9, R39, RD: grave and valid, the manager inspects by 17:30 of the next working day, before the analysis', () => {
    const office = new OwnerOffice().clock('04-07T11:00');
    const id = office.judged('D', 'facilities', serious);
    expect(office.clock('04-07T14:00').upNext(id)).toEqual(['inspect', 'CSM1', '04-08T17:30', '39']);
    expect(office.owed(id, 'analyse').due).toBe('04-11T00:00');
    expect(office.owed(id, 'result')).toMatchObject({ due: '04-09T11:00', margin: undefined });
    office.clock('04-08T16:30').do('CSM1', 'inspect', id, { present: ['CSM1', 'DH1'], findings: 'pump worn', action: 'new pump', actionDue: '2026-04-20' });
    expect(office.owed(id, 'inspect')).toMatchObject({ verdict: 'met', margin: HOUR });
  });

  it.each([['04-03T16:00', '04-07T17:30'], ['05-06T10:00', '05-07T17:30'], ['04-30T15:00', '05-06T17:30'], ['05-08T10:00', '05-09T17:30']])('RD: judging what was passed on at %s is due %s: holidays are skipped, make-up days count', (at, due) => {
    const office = new OwnerOffice().clock(at);
    expect(office.owed(office.passed(office.registered('A')), 'judge')).toMatchObject({ due, rule: '18' });
  });
});
