import { RepairCentre } from '../testing/repair-centre.ts';

const { instant } = RepairCentre;

describe('S2.4, from the call to the paper', () => {
  it('1: refuses who is neither owner nor tenant, keeps the call and tells the reason; no number is used', () => {
    const centre = new RepairCentre().clock('10-09T11:30');
    const { id, refusals } = centre.try('DK1', 'serviceRequest', 'register', { customer: centre.stranger, channel: 'phone', description: 'lock' });
    expect(refusals.map(({ citation }) => citation.rule)).toEqual(['s2.4/1']);
    expect(centre.matter(id)).toMatchObject({ state: 'refused', final: true });
    expect(centre.matter(id).number).toBeUndefined();
    expect(centre.toldAbout(id, 's2.4/1')).toEqual([centre.stranger]);
    expect(centre.matter(centre.clock('10-09T11:40').register()).number).toBe('BX202610-0001');
  });

  it('3–6: the desk registers by phone, the clerk is told in the same instant and signs by the appointment', () => {
    const centre = new RepairCentre().clock('10-09T11:40');
    const request = centre.register();
    expect(centre.matter(request)).toMatchObject({ state: 'registered', number: 'BX202610-0001', owner: 'C1' });
    expect(centre.told.find(({ about, rule }) => about === request && rule === 's2.4/6')).toMatchObject({ at: instant('10-09T11:40') });
    expect(centre.toldAbout(request, 's2.4/6')).toContain('C1');
    expect(centre.next(request)).toMatchObject({ act: 'sign', owner: 'C1', dueAt: instant('10-09T14:30'), citation: { rule: 's2.4/7' } });
  });

  it('4: takes no request by letter', () => {
    const centre = new RepairCentre();
    expect(centre.refused('DK1', 'serviceRequest', 'register', { customer: centre.a, channel: 'letter', description: 'x' })).toEqual(['s2.4/4 notByThisChannel']);
  });

  it('7–9: only the clerk signs and writes the order, and not before signing', () => {
    const centre = new RepairCentre().clock('10-09T11:40');
    const request = centre.register();
    expect(centre.refused('DK1', 'serviceRequest', 'sign', {}, request)).toEqual(['s2.4/7 notAllowed']);
    expect(centre.refused('DK1', 'workOrder', 'create', centre.paper(request))).toContain('s2.4/9 notAllowed');
    expect(centre.refused('C1', 'workOrder', 'create', centre.paper(request))).toEqual(['s2.4/9 registerNotSigned']);
    centre.clock('10-09T11:45').act('C1', 'serviceRequest', 'sign', {}, request);
    expect(centre.matter(request).facts['signedAt']).toBe(instant('10-09T11:45'));
    expect(centre.next(request)).toMatchObject({ owner: 'C1', dueAt: instant('10-09T12:15'), citation: { rule: 's2.4/9' } });
  });

  it.each(['customerName', 'room', 'phone', 'appointedAt'])('10: an order without %s is refused and uses no number', (field) => {
    const centre = new RepairCentre().clock('10-09T11:40');
    const request = centre.register();
    centre.clock('10-09T11:45').act('C1', 'serviceRequest', 'sign', {}, request);
    const { [field]: _, ...paper } = centre.paper(request);
    expect(centre.refused('C1', 'workOrder', 'create', paper)).toEqual(['s2.4/10 required']);
    const order = centre.order('C1', 'create', centre.paper(request));
    expect(centre.matter(order)).toMatchObject({ number: 'WX202610-0001', state: 'drafted', owner: 'M1' });
    expect(centre.matter(request)).toMatchObject({ state: 'dispatched', waitsFor: order });
  });

  it('the register is sealed by the signature', () => {
    const centre = new RepairCentre().clock('10-09T11:40');
    const request = centre.register();
    centre.act('C1', 'serviceRequest', 'sign', {}, request);
    expect(centre.matter(request).sealed).toMatchObject({ repairRegister: 'sign' });
  });
});
