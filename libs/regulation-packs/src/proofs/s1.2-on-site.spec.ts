import { away, back, diagnosed, signed } from './vehicle-story.ts';
import { VehicleOffice } from './vehicle-office.ts';

describe('S1.2, the trip and the service', () => {
  it('row 5, rules 19 to 21, 23: nobody leaves without task, leader, call and forms', () => {
    const office = new VehicleOffice().clock('04-30T16:20');
    const order = office.orderOf(office.call('A'));
    office.do('L1', 'assignCrew', order, { lead: 'T1', crew: ['T1', 'T2'] });
    const trip = office.act('L1', 'trip', 'plan', { order, crew: [{ person: 'T1' }, { person: 'T2' }] });
    const refused = office.no('T1', 'depart', trip).join(' ');
    for (const missing of ['19 taskNotTaken', '21 noTripLeader', '23 userNotCalled', '20 ']) expect(refused).toContain(missing);
    const alone = office.act('L1', 'trip', 'plan', { order, crew: [{ person: 'T1' }] });
    expect(office.no('T1', 'depart', alone).join(' ')).not.toContain('noTripLeader');
    const story = away();
    expect(story.office.matter(story.order)).toMatchObject({ state: 'enRoute', owner: 'T1', links: { trip: story.trip } });
  });

  it('row 7, rules 5, 11, 25, 26: arrived in time; no signature before the service, the attempt is kept and told; mileage is asked for', () => {
    const { office, order } = away();
    office.clock('05-01T12:00').do('T1', 'arrive', order);
    expect(office.promise(order, 'onSite')).toEqual(['05-01T16:20', 'met', 4 * 3600 + 20 * 60]);
    expect(office.no('T1', 'signOff', order, { opinion: 'satisfied' }, { for: 'A' })).toEqual(['core/completion-before-signature notCompleted']);
    expect(office.events.some(({ type }) => type === 'workOrder.signOff.refused')).toBe(true);
    expect(office.told.filter(({ text }) => text === 'attemptRefused').map(({ to }) => to)).toEqual(['L1']);
    expect(office.no('T1', 'look', order, { heard: 'x', runMonths: 14, openedBefore: false })).toEqual(['26 required mileageKm']);
    expect(office.no('T1', 'confirm', order, { findings: 'x' })).toEqual(['26 notLooked']);
  });

  it.each([
    ['inside both', { runMonths: 24, mileageKm: 60000, openedBefore: false }, true],
    ['a month too old', { runMonths: 25, mileageKm: 60000, openedBefore: false }, false],
    ['a kilometre too far', { runMonths: 24, mileageKm: 60001, openedBefore: false }, false],
    ['opened before', { runMonths: 14, mileageKm: 41200, openedBefore: true }, false],
  ])('row 7, rule 26: the 三包 of the product decide: %s', (_, seen, inWarranty) => {
    const { office, order } = away();
    office.clock('05-01T12:00').do('T1', 'arrive', order);
    office.do('T1', 'look', order, { heard: 'rattles', ...seen });
    expect(office.matter(order)).toMatchObject({ facts: { inWarranty }, reasons: { inWarranty: { citation: { rule: 's1.2/26' } } } });
  });

  it('row 8, rules 10, 14, 24, 28, 29: the report states cause and quantity, and waits for introduction and training', () => {
    const { office, order } = diagnosed();
    const report = { cause: 'casting', liability: 'maker', treatment: 'replaced', replaced: [{ sku: 'hinge', qty: 2, cause: 'casting' }] };
    expect(office.no('T1', 'report', order, report)).toHaveLength(2);
    for (const item of ['introduced', 'taught']) office.do('T1', 'tickServiceReport', order, { ok: true }, { line: item });
    expect(office.no('T1', 'report', order, { ...report, replaced: [{ sku: 'hinge', cause: 'casting' }] })).toEqual(['29 replacedIncomplete replaced']);
    expect(office.no('T1', 'report', order, { ...report, replaced: [{ sku: 'hinge', qty: 2 }] })).toEqual(['29 replacedIncomplete replaced']);
    const { cause: _, ...without } = report;
    expect(office.no('T1', 'report', order, without)).toEqual(['10 required cause']);
    office.do('T1', 'report', order, report);
    expect(office.matter(order).state).toBe('completed');
  });

  it('row 8, rules 11, 12, 32: signed, it is sealed: another opinion is refused, kept and told; nobody leaves without the short report', () => {
    const { office, order } = signed();
    expect(office.matter(order)).toMatchObject({ state: 'signedOff', facts: { opinion: 'satisfied' }, sealed: { serviceReport: 'signOff' } });
    expect(office.no('T2', 'correct', order, { opinion: 'verySatisfied' })).toEqual(['12 sealed opinion']);
    expect(office.matter(order).facts['opinion']).toBe('satisfied');
    expect(office.told.filter(({ text }) => text === 'attemptRefused').map(({ to }) => to)).toEqual(['L1']);
    expect(office.no('T1', 'leave', order)).toEqual(['32 noShortReport']);
  });

  it('row 9, rule 15: no fee without the leader\'s consent, and none above it', () => {
    const { office, order } = diagnosed();
    expect(office.no('T2', 'collectFee', order, { fee: 5000 })).toEqual(['15 noConsentToCharge']);
    expect(office.no('T1', 'consentPaid', order, { paidConsent: 48000 })).toEqual(['15 notAllowed']);
    office.do('L1', 'consentPaid', order, { paidConsent: 48000 });
    expect(office.no('T2', 'collectFee', order, { fee: 48001 })).toEqual(['15 moreThanConsented fee']);
    expect(office.no('T2', 'collectFee', order, { fee: 48000 })).toEqual([]);
  });

  it('row 10, rule 30: 1,000.00 is settled on site, 1,000.01 or a disputed fault goes to the leader with proposal and demand', () => {
    const { office, order } = diagnosed();
    office.clock('05-01T15:30');
    expect(office.no('T1', 'settleOnSite', order, { compensation: 100001 })).toEqual(['30 largerProblem']);
    expect(office.no('T1', 'settleOnSite', order, { compensation: 100000 })).toEqual([]);
    expect(office.no('T1', 'reportProblem', order, { compensation: 100001 })).toEqual(['30 required proposal', '30 required userDemand']);
    office.do('T1', 'reportProblem', order, { compensation: 100001, proposal: 'pay', userDemand: 'more' });
    expect(office.promise(order, 'decideProblem')[0]).toBe('05-06T17:30');
    expect(office.no('T1', 'decideProblem', order, { ruling: 'agreed' })).toEqual(['30 notAllowed']);
    office.do('L1', 'decideProblem', order, { ruling: 'agreed' });
    expect(office.no('T1', 'settleOnSite', order, { compensation: 100001 })).toEqual([]);
    const other = diagnosed();
    other.office.do('T1', 'reportProblem', other.order, { liability: 'disputed', proposal: 'pay', userDemand: 'more' });
    expect(other.office.no('T1', 'settleOnSite', other.order, { compensation: 1 })).toEqual(['30 largerProblem']);
  });

  it('row 11, rule 33: rest only with the leader\'s consent', () => {
    const { office, trip } = back();
    expect(office.no('T1', 'bookRest', trip, { restOn: '2026-05-07' }, { line: 'T1' })).toEqual(['33 noConsentToRest']);
    office.do('L1', 'consentRest', trip, {}, { line: 'T1' });
    expect(office.no('T1', 'bookRest', trip, { restOn: '2026-05-07' }, { line: 'T1' })).toEqual([]);
    expect(office.no('T2', 'bookRest', trip, { restOn: '2026-05-07' }, { line: 'T2' })).toEqual(['33 noConsentToRest']);
  });

  it('row 12, rule 34: the report is approved by the leader, then filed', () => {
    const { office, order, request } = back();
    expect(office.no('T1', 'file', order)).toEqual([expect.stringMatching(/^34 wrongState/)]);
    expect(office.no('T1', 'approveReport', order)).toEqual(['34 notAllowed']);
    office.do('L1', 'approveReport', order);
    office.do('T1', 'file', order);
    expect([office.matter(order).final, office.matter(request).final]).toEqual([true, true]);
    expect(office.refusedEffects).toEqual([]);
  });
});
