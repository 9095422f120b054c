import { lintPack } from '../lint/lint-pack.ts';
import { proofDirectory, local } from './proof-policy.ts';
import { away } from './vehicle-story.ts';
import { VehicleOffice } from './vehicle-office.ts';

describe('S1.2, calls and letters', () => {
  it('the pack is sound: lint finds nothing', () => {
    expect(lintPack(proofDirectory('s1.2'))).toEqual([]);
  });

  it('row 1, rules 5, 36: a body fault at 100.0 km is on site within 24 hours by the clock, holiday or not', () => {
    const office = new VehicleOffice().clock('04-30T16:20');
    const request = office.call('A');
    expect(office.matter(request)).toMatchObject({ number: 'LD2026-0001', state: 'dispatched', facts: { first: 'onSite' }, reasons: { first: { citation: { rule: 's1.2/5' } } } });
    expect(office.upNext(office.orderOf(request))).toEqual(['onSite', 'L1', '05-01T16:20', '5']);
    expect(office.matter(request).waitsFor).toBe(office.orderOf(request));
  });

  it('row 2, rule 6: at 100.1 km it is answered within 12 hours, and the visit promised is due next', () => {
    const office = new VehicleOffice().clock('04-30T16:25');
    const request = office.call('B', { distanceKm: 100.1, channel: 'letter' });
    expect(office.upNext(request)).toEqual(['answer', 'C1', '05-01T04:25', '6']);
    office.clock('05-01T04:25:00');
    expect(office.no('C1', 'answer', request, { answerWords: 'we come' })).toEqual(['6 answerWithoutDate promisedAt']);
    office.do('C1', 'answer', request, { answerWords: 'we come', promisedAt: local('05-07T17:00') });
    expect(office.promise(request, 'answer')).toEqual(['05-01T04:25', 'met', 0]);
    expect(office.upNext(office.orderOf(request))).toEqual(['promisedVisit', 'L1', '05-07T17:00', '6']);
  });

  it('row 3, rule 6: near, but in need of a supplier, the answer replaces the arrival; a minute late is missed', () => {
    const office = new VehicleOffice().clock('04-30T16:30');
    const request = office.call('C', { distanceKm: 40, needsSupplier: true });
    expect(office.upNext(request)).toEqual(['answer', 'C1', '05-01T04:30', '6']);
    expect(office.matter(request).links['order']).toBeUndefined();
    office.clock('05-01T04:31').do('C1', 'answer', request, { answerWords: 'we come', promisedAt: local('05-07T17:00') });
    expect(office.promise(request, 'answer')).toEqual(['05-01T04:30', 'missed', -60]);
    expect(office.toldAbout(request, 's1.2/6')).toEqual(['C1', 'L1']);
  });

  it('row 3, rules 5, 38: unclear, it is clarified within 12 hours; then the right limit runs from the same start; a second late is missed', () => {
    const office = new VehicleOffice().clock('04-30T16:30');
    const request = office.act('C1', 'serviceRequest', 'register', { customer: 'F', channel: 'phone', description: 'bus broken', arrivedAt: office.now });
    expect(office.upNext(request)).toEqual(['clarify', 'C1', '05-01T04:30', '38']);
    expect(office.no('T1', 'enterTreatment', request, { treatment: 'weld' })).toEqual(['38 requestUnclear']);
    office.clock('04-30T18:00').do('C1', 'clarify', request, { faultArea: 'body', distanceKm: 60, vehicle: office.vehicle });
    expect(office.promise(request, 'clarify')).toEqual(['05-01T04:30', 'met', 37800]);
    const order = office.orderOf(request);
    expect(office.upNext(order)).toEqual(['onSite', 'L1', '05-01T16:30', '5']);
    office.clock('05-01T16:30:00');
    expect(office.promise(order, 'onSite')[1]).toBeUndefined();
    office.clock('05-01T16:30:01');
    expect(office.promise(order, 'onSite')[1]).toBe('missed');
  });

  it('rule 6: a supplier found needed only later, the answer is due 12 hours from then and the arrival falls', () => {
    const { office, request, order } = away();
    office.clock('04-30T20:00').do('C1', 'findSupplier', request, { needsSupplier: true });
    expect(office.promise(request, 'answer')[0]).toBe('05-01T08:00');
    expect(office.run(order, 'onSite')).toMatchObject({ open: false, dropped: true });
    office.clock('05-01T08:00').do('C1', 'answer', request, { answerWords: 'we wait for the part', promisedAt: local('05-08T09:00') });
    expect(office.promise(request, 'answer')[1]).toBe('met');
    expect(office.promise(order, 'promisedVisit')[0]).toBe('05-08T09:00');
  });

  it('row 4, rules 7, 8: an engine fault is taken up in writing within 12 hours; the result is told by the first working day after the holidays', () => {
    const office = new VehicleOffice().clock('04-30T16:40');
    const request = office.call('D', { faultArea: 'engine', distanceKm: 40 });
    expect(office.upNext(request)).toEqual(['contactMaker', 'C1', '05-01T04:40', '7']);
    office.clock('04-30T20:00');
    expect(office.no('T2', 'contactMaker', request, { contactBy: 'phone', contactCopy: 'phoned' })).toEqual(['7 notInWriting contactBy']);
    expect(office.no('T2', 'tellResult', request, { makerResult: 'x' })).toEqual(['8 nothingToTell']);
    office.clock('04-30T20:15').do('T2', 'contactMaker', request, { contactBy: 'email', contactCopy: 'mail 1' });
    expect(office.promise(request, 'contactMaker')[1]).toBe('met');
    expect(office.upNext(request)).toEqual(['tellResult', 'C1', '05-06T17:30', '8']);
    office.clock('05-07T09:00').do('C1', 'tellResult', request, { makerResult: 'a new pump' });
    expect(office.promise(request, 'tellResult')).toEqual(['05-06T17:30', 'missed', -(15.5 * 3600)]);
  });

  it('row 17, rules 7, 36, 37: the log shows what arrived first; a reply is due the next working day, and so is its filing', () => {
    const office = new VehicleOffice().clock('05-08T09:00');
    const letter = (at: string) => office.call('A', { faultArea: 'other', channel: 'letter', arrivedAt: local(at) });
    const [later, first] = [letter('05-07T16:30'), letter('05-07T16:00')];
    const log = office.view('C1', 'callLog');
    expect(log.ok && log.rows.map((row) => row['arrivedAt'])).toEqual([local('05-07T16:00'), local('05-07T16:30')]);
    expect([first, later].map((id) => office.upNext(id))).toEqual([['reply', 'C1', '05-08T17:30', '37'], ['reply', 'C1', '05-08T17:30', '37']]);
    office.clock('05-08T10:00').do('C1', 'answer', first, { answerWords: 'yes' });
    expect(office.promise(first, 'reply')[1]).toBe('met');
    expect(office.upNext(first)).toEqual(['fileReply', 'C1', '05-09T17:30', '37']);
    const chassis = office.clock('05-08T20:00').call('K', { faultArea: 'chassis' });
    office.clock('05-09T08:00:01').do('C1', 'contactMaker', chassis, { contactBy: 'email', contactCopy: 'mail 2' });
    expect(office.promise(chassis, 'contactMaker')).toEqual(['05-09T08:00', 'missed', -1]);
    office.clock('05-11T09:00').do('C1', 'fileReply', first);
    expect(office.promise(first, 'fileReply')).toEqual(['05-09T17:30', 'missed', -(39.5 * 3600)]);
    expect(office.promise(later, 'reply')[1]).toBe('missed');
  });
});
