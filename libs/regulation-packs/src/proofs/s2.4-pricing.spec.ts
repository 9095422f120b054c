import { RepairCentre } from '../testing/repair-centre.ts';

const { instant } = RepairCentre;

function taken(): { centre: RepairCentre; order: string } {
  const centre = new RepairCentre();
  const order = centre.drafted();
  centre.clock('10-09T12:20').order('M1', 'take', {}, order);
  return { centre, order };
}

describe('S2.4, item, charge, price and team', () => {
  it('13, 15, 17: clerk and team leader may not decide what the manager and the leader answer for', () => {
    const { centre, order } = taken();
    const refused = (by: string, act: string, input = {}) => centre.refused(by, 'workOrder', act, input, order)[0];
    expect(refused('C1', 'classify', { inCatalogue: true, item: centre.valve, charge: 'paid' })).toBe('s2.4/13 notAllowed');
    expect(refused('C1', 'send', { technician: 'T1' })).toBe('s2.4/17 notAllowed');
    expect(refused('TL1', 'price', { material: 8650, labour: 4000, price: 12650 })).toBe('s2.4/15 notAllowed');
  });

  it('13, 16: the manager decides by the appointment; a catalogue item is named', () => {
    const { centre, order } = taken();
    expect(centre.next(order)).toMatchObject({ act: 'classify', owner: 'M1', dueAt: instant('10-09T14:30'), citation: { rule: 's2.4/13' } });
    expect(centre.refused('M1', 'workOrder', 'classify', { inCatalogue: true, charge: 'paid' }, order)).toEqual(['s2.4/16 itemNotNamed']);
    expect(centre.refused('M1', 'workOrder', 'classify', { inCatalogue: true, item: centre.valve }, order)).toEqual(['s2.4/13 chargeUndecided']);
    centre.order('M1', 'classify', { inCatalogue: true, item: centre.valve, charge: 'paid' }, order);
    expect(centre.matter(order).facts).toMatchObject({ charge: 'paid', chargeLabel: 'paidService' });
  });

  it('19, 20: the price is the sum of two amounts, more than zero, and of paid work only', () => {
    const { centre, order } = taken();
    const price = (material: number, labour: number, sum: number) => centre.refused('M1', 'workOrder', 'price', { material, labour, price: sum }, order);
    expect(price(8650, 4000, 12650)).toEqual(['s2.4/19 notPaidService']);
    centre.order('M1', 'classify', { inCatalogue: true, item: centre.valve, charge: 'paid' }, order);
    expect(price(8650, 4000, 13000)).toEqual(['s2.4/20 priceIsNotTheSum']);
    expect(price(8650, 4000, 12651)).toEqual(['s2.4/20 priceIsNotTheSum']);
    expect(price(0, 0, 0)).toEqual(['s2.4/20 priceIsZero']);
    expect(price(0, 1, 1)).toEqual([]);
    expect(price(8650, 4000, 12650)).toEqual([]);
  });

  it('16, 17, 20: no team before the price; of another trade only with a reason; then its leader owns the order', () => {
    const { centre, order } = taken();
    centre.order('M1', 'classify', { inCatalogue: true, item: centre.valve, charge: 'paid' }, order);
    expect(centre.refused('M1', 'workOrder', 'assign', { team: centre.plumbing }, order)).toEqual(['s2.4/20 notPriced']);
    centre.order('M1', 'price', { material: 8650, labour: 4000, price: 12650 }, order);
    expect(centre.next(order)).toMatchObject({ act: 'assign', citation: { rule: 's2.4/16' } });
    expect(centre.refused('M1', 'workOrder', 'assign', { team: centre.electrical }, order)).toEqual(['s2.4/16 notTheTrade']);
    expect(centre.refused('M1', 'workOrder', 'assign', { team: centre.electrical, reason: '' }, order)).toEqual(['s2.4/16 notTheTrade']);
    centre.order('M1', 'assign', { team: centre.plumbing }, order);
    expect(centre.matter(order)).toMatchObject({ state: 'assigned', owner: 'TL1' });
    expect(centre.next(order)).toMatchObject({ act: 'arrive', owner: 'TL1', dueAt: instant('10-09T14:30'), citation: { rule: 's2.4/17' } });
  });

  it('16: another trade with a reason is allowed, and its leader sends his own staff', () => {
    const { centre, order } = taken();
    centre.order('M1', 'classify', { inCatalogue: true, item: centre.valve, charge: 'free' }, order);
    centre.order('M1', 'assign', { team: centre.electrical, reason: 'plumbers are all out' }, order);
    expect(centre.matter(order).owner).toBe('TL2');
    expect(centre.refused('TL1', 'workOrder', 'send', { technician: 'T2' }, order)).toEqual(['s2.4/17 notAllowed']);
    expect(centre.refused('TL2', 'workOrder', 'send', { technician: 'T1' }, order)).toEqual(['s2.4/16 notOfTheTeam']);
    centre.order('TL2', 'send', { technician: 'T2' }, order);
  });

  it('D: outside the catalogue the manager answers by the next working day; a no declines it and the customer is told', () => {
    const centre = new RepairCentre();
    const order = centre.drafted({ appointedAt: instant('10-12T09:00') });
    centre.clock('10-09T17:00').order('M1', 'take', {}, order);
    expect(centre.refused('M1', 'workOrder', 'answer', { feasible: false, answerText: 'no' }, order)).toEqual(['s2.4/16 inTheCatalogue']);
    centre.order('M1', 'classify', { inCatalogue: false }, order);
    expect(centre.next(order)).toMatchObject({ act: 'answer', owner: 'M1', dueAt: instant('10-10T17:30'), citation: { rule: 's2.4/D' } });
    centre.order('M1', 'answer', { feasible: false, answerText: 'we do not repaint flats' }, order);
    const request = centre.matter(order).links['request'] ?? '';
    expect(centre.matter(order)).toMatchObject({ state: 'declined', final: true });
    expect(centre.matter(request)).toMatchObject({ state: 'declined', facts: { reason: 'we do not repaint flats' } });
    expect(centre.told.filter(({ about, to }) => about === request && to === centre.a)).toHaveLength(1);
  });

  it('D: outside the catalogue a yes goes on to the price', () => {
    const centre = new RepairCentre();
    const order = centre.drafted();
    centre.order('M1', 'take', {}, order);
    centre.order('M1', 'classify', { inCatalogue: false }, order);
    expect(centre.refused('M1', 'workOrder', 'answer', { feasible: true, answerText: 'yes' }, order)).toEqual(['s2.4/13 chargeUndecided']);
    centre.order('M1', 'answer', { feasible: true, answerText: 'yes', charge: 'paid' }, order);
    expect(centre.next(order)).toMatchObject({ act: 'price', citation: { rule: 's2.4/15' } });
  });
});
