import { RepairCentre } from '../testing/repair-centre.ts';

const { instant } = RepairCentre;
const step = (centre: RepairCentre, order: string, name: string) => centre.matter(order).steps.find((run) => run.name === name);

describe('S2.4, thirty minutes to the equipment manager (11)', () => {
  it('runs from the signature through the lunch break to 12:15:00, inclusive', () => {
    const centre = new RepairCentre();
    const order = centre.drafted();
    expect(centre.next(order)).toMatchObject({ act: 'take', owner: 'M1', dueAt: instant('10-09T12:15:00'), citation: { rule: 's2.4/11' } });
  });

  it.each([
    ['12:14:59.999', 'met', 1],
    ['12:15:00.000', 'met', 0],
    ['12:15:00.001', 'missed', -1],
    ['12:30:00.000', 'missed', -900_000],
  ])('taken at %s it is %s, by %i ms', (time, verdict, marginMs) => {
    const centre = new RepairCentre();
    const order = centre.drafted();
    centre.clock(`10-09T${time}`).order('M1', 'take', {}, order);
    expect(step(centre, order, 'handOver')).toMatchObject({ verdict, marginMs, open: false });
    expect(centre.matter(order)).toMatchObject({ state: 'handedOver', facts: { receivedAt: instant(`10-09T${time}`) } });
  });

  it('12: a typed time of receipt is refused, and only the manager takes', () => {
    const centre = new RepairCentre();
    const order = centre.drafted();
    centre.clock('10-09T12:15:00');
    expect(centre.refused('M1', 'workOrder', 'take', { receivedAt: instant('10-09T12:05') }, order)).toEqual(['s2.4/12 stampedByTheAct']);
    expect(centre.refused('C1', 'workOrder', 'take', {}, order)).toEqual(['s2.4/12 notAllowed']);
  });

  it('missed over midnight: told once to the night clerk, the manager and the department manager; late taking stays missed', () => {
    const centre = new RepairCentre().clock('10-09T23:45');
    const request = centre.register({ appointedAt: instant('10-10T09:00') });
    expect(centre.matter(request).owner).toBe('C2');
    centre.clock('10-09T23:50').act('C2', 'serviceRequest', 'sign', {}, request);
    const order = centre.order('C2', 'create', centre.paper(request, { appointedAt: instant('10-10T09:00') }));
    expect(centre.next(order)).toMatchObject({ dueAt: instant('10-10T00:20:00') });

    centre.clock('10-10T00:20:00.000');
    expect(step(centre, order, 'handOver')?.verdict).toBeUndefined();
    centre.clock('10-10T00:20:00.001');
    expect(step(centre, order, 'handOver')).toMatchObject({ verdict: 'missed', open: true });
    expect(centre.events.find(({ type }) => type === 'workOrder.handOver.missed')).toMatchObject({ at: instant('10-10T00:20:00') });
    centre.clock('10-10T00:35').order('M1', 'take', {}, order);
    expect(step(centre, order, 'handOver')).toMatchObject({ verdict: 'missed', open: false, marginMs: -900_000 });
    expect([...centre.toldAbout(order, 's2.4/11')].sort()).toEqual(['C2', 'DM1', 'M1']);
  });

  it('an order never written is noticed by the same limit', () => {
    const centre = new RepairCentre().clock('10-09T11:40');
    const request = centre.register();
    centre.clock('10-09T11:45').act('C1', 'serviceRequest', 'sign', {}, request);
    centre.clock('10-09T12:15:00.001');
    expect(centre.events.map(({ type }) => type)).toContain('serviceRequest.order.missed');
  });
});
