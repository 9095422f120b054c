import { answerQuery, scoreIndicator } from '@huiyin/regulation-engine';
import type { FactMap } from '@huiyin/regulation-engine';
import { local } from './proof-policy.ts';
import { signed } from './vehicle-story.ts';
import { VehicleOffice } from './vehicle-office.ts';

/** Row 18: what user A says of T1's signed report on 12 May. */
function answered(said: FactMap) {
  const story = signed();
  const { office, order } = story;
  const callback = office.clock('05-12T10:00').act('B1', 'callback', 'plan', { order, worker: 'file-T1' });
  office.do('B1', 'answer', callback, { signatureMine: true, askedForThings: false, paidFee: 0, opinion: 'fair', ...said });
  return { ...story, callback };
}

describe('S1.2, conduct and targets', () => {
  it('row 18, rules 12, 13, 17, 49: three breaches: out of dispatch at once, decided by the leader by the next working day, appeal open', () => {
    const { office, order } = answered({ signatureMine: false, askedForThings: true, paidFee: 2000 });
    const incident = office.only('incident');
    expect(office.matter(incident).facts['breaches']).toEqual(['signature', 'demands', 'fee']);
    expect(office.upNext(incident)).toEqual(['decide', 'L1', '05-13T17:30', '13']);
    expect(office.matter('file-T1').facts['suspended']).toBe(true);
    expect(office.matter(order)).toMatchObject({ state: 'voided', final: true });
    const again = [...office.matters.values()].find(({ kind, final }) => kind === 'workOrder' && !final)!;
    expect(office.no('L1', 'assignCrew', again.id, { lead: 'T1', crew: ['T1'] })).toEqual(['13 suspended crew']);
    expect(office.no('L1', 'assignCrew', again.id, { lead: 'T2', crew: ['T2'] })).toEqual([]);
    expect(office.no('T1', 'decide', incident, { decision: 'cleared' })).toEqual(['13 notAllowed']);
    office.do('L1', 'decide', incident, { decision: 'dismissed' });
    expect(office.matter(incident).final).toBe(false);
    office.do('T1', 'appeal', incident, { grounds: 'not me' });
    expect(office.no('L1', 'decideAppeal', incident, { ruling: 'upheld' })).toEqual(['13 notAllowed']);
    office.do('DM1', 'decideAppeal', incident, { ruling: 'upheld' });
    expect(office.refusedEffects).toEqual([]);
    expect(office.ownerless()).toEqual([]);
    expect(office.matter('file-T1').facts['suspended']).toBe(true);
  });

  it.each<[string, FactMap, readonly string[]]>([
    ['12: a signature that is not his', { signatureMine: false }, ['signature']],
    ['17: things asked for', { askedForThings: true }, ['demands']],
    ['49: a fen taken without consent', { paidFee: 1 }, ['fee']],
  ])('rule %s is a breach of its own', (_, said, breaches) => {
    const { office } = answered(said);
    expect(office.matter(office.only('incident')).facts['breaches']).toEqual(breaches);
  });

  it('rules 12, 17, 49: nothing said against him, no incident and nobody withdrawn; cleared, he is back', () => {
    const clean = answered({}).office;
    expect([...clean.matters.values()].some(({ kind }) => kind === 'incident')).toBe(false);
    expect(clean.matter('file-T1').facts['suspended']).toBeUndefined();
    const { office } = answered({ askedForThings: true });
    office.do('L1', 'decide', office.only('incident'), { decision: 'cleared' });
    expect(office.matter('file-T1').facts['suspended']).toBe(false);
  });

  it.each([
    ['timeliness', { firstAnswers: 60, firstAnswersMet: 55, firstArrivals: 40, firstArrivalsMet: 35 }, 0.9, true, '2'],
    ['timeliness', { firstAnswers: 60, firstAnswersMet: 54, firstArrivals: 40, firstArrivalsMet: 35 }, 0.89, false, '2'],
    ['satisfaction', { satisfied: 34, opinions: 40 }, 0.85, true, '3'],
    ['satisfaction', { satisfied: 33, opinions: 40 }, 0.825, false, '3'],
    ['ownFaultRate', { ownFaults: 3, servicesDone: 100 }, 0.03, false, '4'],
    ['ownFaultRate', { ownFaults: 2, servicesDone: 100 }, 0.02, true, '4'],
  ])('row 20: %s of %j is %d, target reached: %s (rule %s)', (name, answers, value, reached, rule) => {
    const office = new VehicleOffice();
    expect(scoreIndicator(office.policy, name, [{ subject: 'marketing', answers }], office.facts(), office.now)).toMatchObject([{ value, reached, citation: { rule: `s1.2/${rule}` } }]);
  });

  it('row 20, rules 2, 3, 4: the month of the limit counts, and only what is the service\'s own fault', () => {
    const { office } = signed();
    const complaint = (ownFault: boolean) => office.do('L1', 'judge', office.act('C1', 'userComplaint', 'register', { words: 'x' }), { valid: true, ownFault });
    complaint(true);
    complaint(false);
    const late = office.clock('05-31T20:00').call('B', { distanceKm: 101 });
    office.clock('06-01T09:00');
    expect(office.promise(late, 'answer').slice(0, 2)).toEqual(['06-01T08:00', 'missed']);
    const asked = (month: string) => Object.fromEntries(['firstArrivals', 'firstArrivalsMet', 'firstAnswers', 'firstAnswersMet', 'opinions', 'satisfied', 'servicesDone', 'ownFaults'].map((name) => [name, answerQuery(office.policy, name, [...office.matters.values()], { facts: office.facts() }, local(month))]));
    expect(asked('05-15T12:00')).toEqual({ firstArrivals: 1, firstArrivalsMet: 1, firstAnswers: 0, firstAnswersMet: 0, opinions: 1, satisfied: 1, servicesDone: 1, ownFaults: 1 });
    expect(asked('06-15T12:00')).toMatchObject({ firstArrivals: 0, firstAnswers: 1, firstAnswersMet: 0, ownFaults: 0 });
  });
});
