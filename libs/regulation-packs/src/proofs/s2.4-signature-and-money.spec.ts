import { RepairCentre } from '../testing/repair-centre.ts';

const { instant } = RepairCentre;

describe('S2.4, trial, signature and money', () => {
  it('21: no signature before a good trial; a bad one sends the work back', () => {
    const centre = new RepairCentre();
    const order = centre.completed();
    expect(centre.refused('T1', 'workOrder', 'signOff', {}, order, { for: centre.a })).toEqual(['s2.4/21 notTried']);
    centre.order(centre.a, 'tryOut', { trial: 'notGood' }, order);
    expect(centre.matter(order).state).toBe('trialFailed');
    expect(centre.next(order)).toMatchObject({ act: 'start', owner: 'TL1' });
    centre.order('T1', 'start', {}, order);
    expect(centre.next(order)).toMatchObject({ act: 'complete' });
    expect(centre.refused(centre.a, 'workOrder', 'signOff', {}, order)).toEqual(expect.arrayContaining(['core/completion-before-signature notCompleted']));
    centre.order('T1', 'complete', {}, order);
    expect(centre.refused(centre.a, 'workOrder', 'signOff', {}, order)).toEqual(['s2.4/21 notTried']);
    centre.order(centre.a, 'tryOut', { trial: 'good' }, order);
    centre.order(centre.a, 'signOff', {}, order);
    expect(centre.matter(order)).toMatchObject({ state: 'signedOff', sealed: { repairOrder: 'signOff' } });
  });

  it('24: finance owes the receipt by the make-up Saturday, for exactly the price', () => {
    const centre = new RepairCentre();
    const order = centre.signedOff();
    expect(centre.next(order)).toMatchObject({ act: 'issueReceipt', owner: 'F1', dueAt: instant('10-10T17:30'), citation: { rule: 's2.4/24' } });
    expect(centre.refused('C1', 'workOrder', 'issueReceipt', { receipt: '1', receiptAmount: 12650 }, order)).toEqual(['s2.4/24 notAllowed']);
    expect(centre.refused('F1', 'workOrder', 'issueReceipt', { receipt: '1', receiptAmount: 12649 }, order)).toEqual(['s2.4/24 receiptIsNotThePrice']);
    centre.order('F1', 'issueReceipt', { receipt: '1', receiptAmount: 12650 }, order);
    expect(centre.next(order)).toMatchObject({ act: 'collect', owner: 'C1', dueAt: instant('10-10T17:30'), citation: { rule: 's2.4/25' } });
  });

  it('24, 25: the clerk collects, after the receipt, with the owner\'s copy; then it is posted, filed and the owner told', () => {
    const centre = new RepairCentre();
    const order = centre.signedOff();
    const money = { collected: 12650, ownerCopy: true };
    expect(centre.refused('C1', 'workOrder', 'collect', money, order)).toEqual(['s2.4/24 noReceipt']);
    expect(centre.refused('T1', 'workOrder', 'collect', money, order)[0]).toBe('s2.4/25 notAllowed');
    centre.clock('10-09T15:45').order('F1', 'issueReceipt', { receipt: 'DJ-1', receiptAmount: 12650 }, order);
    expect(centre.refused('C1', 'workOrder', 'collect', { ...money, ownerCopy: false }, order)).toEqual(['s2.4/25 noOwnerCopy']);
    expect(centre.refused('C1', 'workOrder', 'collect', { ...money, collected: 12600 }, order)).toEqual(['s2.4/25 collectedIsNotThePrice']);
    centre.clock('10-09T16:10').order('C1', 'collect', money, order);
    const request = centre.matter(order).links['request'] ?? '';
    expect(centre.matter(order)).toMatchObject({ state: 'filed', final: true, entries: [{ ledger: 'money', amount: 12650, from: centre.a, to: 'C1', evidence: 'DJ-1', citation: { rule: 's2.4/25' } }] });
    expect(centre.events.map(({ type }) => type)).toEqual(expect.arrayContaining(['workOrder.collect', 'workOrder.file', 'serviceRequest.resolve', 'serviceRequest.close']));
    expect(centre.matter(request).state).toBe('closed');
    expect(centre.told.filter(({ about, to }) => about === request && to === centre.a)).toHaveLength(1);
    expect(centre.refusedEffects).toEqual([]);
  });

  it('13: free work has no amounts and no finance step', () => {
    const centre = new RepairCentre();
    const order = centre.drafted();
    centre.order('M1', 'take', {}, order);
    centre.order('M1', 'classify', { inCatalogue: true, item: centre.lamp, charge: 'free' }, order);
    expect(centre.next(order)).toMatchObject({ act: 'assign' });
    centre.order('M1', 'assign', { team: centre.electrical }, order);
    centre.order('T2', 'arrive', {}, order);
    centre.order('T2', 'confirm', { findings: 'lamp' }, order);
    expect(centre.next(order)).toMatchObject({ act: 'start', owner: 'TL2' });
    centre.order('T2', 'start', {}, order);
    centre.order('T2', 'complete', {}, order);
    centre.order('T2', 'tryOut', { trial: 'good' }, order, { for: centre.a });
    centre.order('T2', 'signOff', {}, order, { for: centre.a });
    expect(centre.matter(order)).toMatchObject({ state: 'filed', entries: [] });
    expect(centre.matter(order).facts['price'] ?? null).toBeNull();
    expect(centre.matter(order).steps.some(({ name }) => name === 'issueReceipt')).toBe(false);
  });

  it('D: a receipt not issued by 17:30 of the next working day is missed; finance and the department manager are told, once', () => {
    const centre = new RepairCentre();
    const order = centre.signedOff();
    centre.clock('10-10T17:30:00.000');
    expect(centre.toldAbout(order, 's2.4/24')).toEqual([]);
    centre.clock('10-10T17:30:00.001');
    expect([...centre.toldAbout(order, 's2.4/24')].sort()).toEqual(['DM1', 'F1']);
    expect(centre.refused('C1', 'workOrder', 'collect', { collected: 12650, ownerCopy: true }, order)).toEqual(['s2.4/24 noReceipt']);
    centre.clock('10-12T09:00').order('F1', 'issueReceipt', { receipt: '1', receiptAmount: 12650 }, order);
    expect(centre.toldAbout(order, 's2.4/24')).toHaveLength(2);
    expect(centre.matter(order).steps.find(({ name }) => name === 'issueReceipt')).toMatchObject({ verdict: 'missed', open: false });
  });

  it('an operator who gives finance two days is obeyed', () => {
    const centre = new RepairCentre({ 's2.4.fallback': 'P2WD at 17:30' });
    const order = centre.signedOff();
    expect(centre.next(order)).toMatchObject({ dueAt: instant('10-12T17:30') });
  });

  it('at no time is a matter without owner or next step', () => {
    const centre = new RepairCentre();
    centre.signedOff();
    centre.clock('10-09T16:00');
    centre.register();
    expect(centre.ownerless()).toEqual([]);
  });
});
