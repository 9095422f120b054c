import { lintPack } from '../lint/lint-pack.ts';
import { OwnerOffice } from './owner-office.ts';
import { rudenessJudged } from './owner-story.ts';
import { proofDirectory } from './proof-policy.ts';

describe('S4.2, reception and who may decide what it is', () => {
  it('the pack is clean', () => {
    expect(lintPack(proofDirectory('s4.2'))).toEqual([]);
  });

  it('row 1, R8, R9, R19: solved on the spot, customer service and the superior are told, or it is refused', () => {
    const office = new OwnerOffice().clock('04-03T09:00');
    const solved = { customer: 'J', content: 'gate blocked', endedBy: 'rework' };
    expect(office.no('E1', 'settleOnSpot', undefined, solved)).toEqual(['9 required told']);
    expect(office.no('E1', 'settleOnSpot', undefined, { ...solved, told: ['T1'] })).toEqual(['9 customerServiceNotTold told', '9 superiorNotTold told']);
    expect(office.no('E1', 'settleOnSpot', undefined, { ...solved, told: ['CS1', 'DH1'] })).toEqual(['9 superiorNotTold told']);
    expect(office.no('E1', 'settleOnSpot', undefined, { ...solved, told: ['CS1', 'DH2'], endedBy: 'other' })).toEqual(['19 ordinaryEndsBy endedBy']);
    const id = office.act('E1', 'complaint', 'settleOnSpot', { ...solved, told: ['CS1', 'DH2'] });
    expect(office.matter(id)).toMatchObject({ number: 'TS202604-0001', state: 'settled', facts: { endedBy: 'rework', class: 'ordinary' } });
    expect(office.upNext(id)).toEqual(['close', 'CS1', '04-07T17:30', '2']);
  });

  it('row 2, R1, R2, R7, R13, R14: the guard does not answer himself; a phone is missing; then it stands in the log with an owner', () => {
    const office = new OwnerOffice().clock('04-03T16:00');
    expect(office.no('E1', 'report', undefined, { customer: 'A', content: 'T1 was rude', answer: 'we are sorry' })).toEqual(['2 customerServiceAnswers answer']);
    const id = office.act('E1', 'complaint', 'report', { customer: 'A', content: 'T1 was rude' });
    expect(office.owed(id, 'register')).toMatchObject({ who: 'CS1', due: '04-07T17:30', rule: '2' });
    expect(office.owed(id, 'tellSuperior')).toMatchObject({ who: 'E1', due: '04-04T16:00' });
    expect(office.no('T1', 'tellSuperior', id)).toEqual(['1 notAllowed']);
    office.do('E1', 'tellSuperior', id);
    expect(office.toldAbout(id, 's4.2/1')).toEqual(['DH2']);
    const entry = { via: 'staff', departments: ['engineering'] };
    expect(office.no('E1', 'register', id, { ...entry, phone: '1' })).toEqual(['2 notAllowed']);
    expect(office.no('CS1', 'register', id, entry)).toEqual(['14 required phone']);
    office.do('CS1', 'register', id, { ...entry, phone: '13800000000' });
    expect(office.matter(id)).toMatchObject({ state: 'registered', owner: 'CS1', firstContact: 'E1', number: 'TS202604-0001' });
    expect(office.upNext(id)).toEqual(['passOn', 'CS1', '04-03T16:30', '15']);
    const log = office.view('CS1', 'workLog');
    expect(log.ok && log.rows).toMatchObject([{ number: 'TS202604-0001', owner: 'CS1', state: 'registered' }]);
  });

  it('row 3, R15, R16, R18, R30: an ordinary one goes by phone; those named are told; customer service alone judges', () => {
    const { office, rude } = rudenessJudged();
    expect(office.matter(rude)).toMatchObject({ number: 'TS202604-0002', state: 'judgedValid', facts: { class: 'ordinary', valid: true, ground: 'attitude' } });
    expect(office.toldAbout(rude, 's4.2/15')).toEqual(['DH1']);
    expect(office.owed(rude, 'contact')).toMatchObject({ verdict: 'met', margin: 0 });
    const other = office.passed(office.registered('B'));
    expect(office.no('DH1', 'judge', other, { ground: 'attitude' })).toEqual(['18 notAllowed']);
    expect(office.no('CS1', 'judge', office.registered('B'), { ground: 'attitude' })).toEqual(['18 wrongState']);
  });

  it('row 8, R16, R17: by word is enough for an ordinary one, a serious one goes in writing', () => {
    const office = new OwnerOffice().clock('04-07T10:00');
    const ordinary = office.registered('D');
    expect(office.no('CS1', 'passOn', ordinary, { how: 'word', passedTo: ['DH1'] })).toEqual([]);
    const grave = office.registered('D', { media: 'radio' });
    expect(office.no('CS1', 'passOn', grave, { how: 'phone', passedTo: ['DH1'] })).toEqual(['17 mustBeWritten how']);
    expect(office.no('CS1', 'passOn', grave, { how: 'written', passedTo: ['DH1'] })).toEqual([]);
  });

  it.each([
    ['standardsUnknown', false, '27'], ['ownGuess', false, '28'], ['forOthers', false, '29'],
    ['attitude', true, '30'], ['procedure', true, '31'], ['facilities', true, '32'], ['material', true, '33'], ['area', true, '34'],
  ])('rows 3, 4, 18, 19, R27–R34: the ground %s makes it valid: %s', (ground, valid, rule) => {
    const office = new OwnerOffice().clock('05-06T11:00');
    const id = office.judged('A', ground);
    expect(office.matter(id)).toMatchObject({ state: valid ? 'judgedValid' : 'judgedInvalid', facts: { valid } });
    expect(office.matter(id).reasons['valid']?.citation.rule).toBe(`s4.2/${rule}`);
    expect([office.has(id, 'analyse'), office.has(id, 'explain')]).toEqual([valid, !valid]);
  });

  it.each([
    [{ departments: ['engineering', 'security'] }, 'ordinary', '16'],
    [{ departments: ['engineering', 'security', 'cleaning'] }, 'serious', '21'],
    [{ media: 'newspaper' }, 'serious', '22'],
    [{ harmsImage: true }, 'serious', '23'],
    [{ doubtsSystem: true }, 'serious', '24'],
    [{ systemFault: true }, 'serious', '26'],
    [{ harmsImage: false, doubtsSystem: false, systemFault: false }, 'ordinary', '16'],
  ])('rows 8, 10, 18, R19–R26: %j is %s', (more, found, rule) => {
    const office = new OwnerOffice().clock('05-06T11:00');
    const id = office.registered('D', more);
    expect(office.matter(id).facts['class']).toBe(found);
    expect(office.matter(id).reasons['class']?.citation.rule).toBe(`s4.2/${rule}`);
    expect([office.has(id, 'result'), office.has(id, 'passOnWritten'), office.has(id, 'passOn')]).toEqual(found === 'serious' ? [true, true, false] : [false, false, true]);
  });

  it('row 17, R4, R5: to the government it is the supervisor\'s or a manager\'s he names; unsolved, he gives his opinion', () => {
    const office = new OwnerOffice().clock('05-06T10:00');
    const id = office.registered('H', { via: 'government' });
    expect(office.owed(id, 'take')).toMatchObject({ who: 'SUP1', due: '05-07T17:30', rule: '5' });
    expect(office.matter(id).owner).toBe('SUP1');
    expect(office.no('CS1', 'take', id)).toEqual(['5 notAllowed']);
    expect(office.no('CS1', 'nameManager', id, { handler: 'DH1' })).toEqual(['5 notAllowed']);
    expect(office.no('SUP1', 'nameManager', id, { handler: 'T1' })).toEqual(['5 notDepartmentManager handler']);
    office.do('SUP1', 'nameManager', id, { handler: 'DH1' });
    expect([office.matter(id).owner, office.owed(id, 'take').who]).toEqual(['DH1', 'DH1']);
    expect(office.no('DH2', 'take', id)).toEqual(['5 notAllowed']);
    office.do('DH1', 'take', id);
    office.do('DH1', 'passOn', id, { how: 'phone', passedTo: ['T1'] });
    office.do('DH1', 'judge', id, { ground: 'facilities' });
    expect(office.owed(id, 'analyse')).toMatchObject({ who: 'CS1', due: '05-10T00:00', rule: '37' });
    const own = office.registered('H');
    expect(office.no('SUP1', 'take', own)).toEqual(['5 notStraightToTheTop']);
    office.do('DH2', 'reportUnsolved', own);
    expect(office.owed(own, 'giveOpinion')).toMatchObject({ who: 'SUP1', due: '05-07T17:30', rule: '4' });
    expect(office.no('CS1', 'giveOpinion', own, { opinion: 'o' })).toEqual(['4 notAllowed']);
    office.do('SUP1', 'giveOpinion', own, { opinion: 'both departments together' });
    expect(office.owed(own, 'giveOpinion').verdict).toBe('met');
  });

  it('rows 4, 5, R36, R50: told in time the invalid one is closed; the other is missed once, and its explanation is still owed', () => {
    const office = new OwnerOffice().clock('04-04T11:00');
    const [b, c] = [office.judged('B', 'standardsUnknown'), office.judged('C', 'ownGuess')];
    expect(office.no('CS1', 'analyse', b, { cause: 'none', responsible: ['T1'] })).toEqual(['37 notValid']);
    office.clock('04-05T23:59').do('CS1', 'explain', b);
    office.clock('04-06T00:00:01');
    expect(office.matter(b)).toMatchObject({ state: 'closed' });
    expect(office.toldAbout(b, 's4.2/36')).toEqual(['B']);
    expect(office.owed(c, 'explain').verdict).toBe('missed');
    expect(office.toldAbout(c, 's4.2/36').filter((to) => to === 'SUP1')).toHaveLength(1);
    expect(office.next(c)).toMatchObject({ act: 'explain', owner: 'CS1' });
  });

  it('row 20, R10, R12, R13: nothing lies without owner or next step; the quality check scores the reception', () => {
    const { office, rude } = rudenessJudged();
    const lost = office.view('P1', 'lost');
    expect(lost.ok && lost.rows).toEqual([]);
    expect(office.ownerless()).toEqual([]);
    expect(office.refused('CS1', 'complaint', 'tickQualityCheck', { ok: true }, rude, { line: 'polite' })).toEqual(['s4.2/10 notAllowed']);
    for (const line of ['polite', 'warm', 'registered', 'explained']) office.act('SUP1', 'complaint', 'tickQualityCheck', { ok: true }, rude, { line });
    office.act('SUP1', 'complaint', 'tickQualityCheck', { ok: false }, rude, { line: 'passedOn' });
    expect(office.matter(rude).facts['qualityCheckItems']).toHaveLength(5);
  });
});
