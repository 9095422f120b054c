import { RepairCentre } from '../testing/repair-centre.ts';

const part = (line: string, more: object = {}) => ({ input: { suppliedBy: 'owner', ...more }, options: { line } });

describe('S2.4, on site', () => {
  it('17, 18: the team arrives, and confirms on site before it starts', () => {
    const centre = new RepairCentre();
    const order = centre.assigned();
    centre.clock('10-09T14:30');
    expect(centre.refused('T2', 'workOrder', 'arrive', {}, order)).toEqual(['s2.4/17 notAllowed']);
    centre.order('T1', 'arrive', {}, order);
    expect(centre.matter(order).steps.find(({ name }) => name === 'onSite')).toMatchObject({ verdict: 'met', marginMs: 0 });
    expect(centre.refused('T1', 'workOrder', 'start', {}, order)).toEqual(expect.arrayContaining(['s2.4/18 notConfirmedOnSite', 'core/consent-before-work notConsented']));
    expect(centre.refused('T1', 'workOrder', 'confirm', {}, order)).toEqual(['s2.4/18 required']);
    centre.order('T1', 'confirm', { findings: 'valve, 1' }, order);
    expect(centre.matter(order)).toMatchObject({ state: 'diagnosed', owner: 'TL1' });
    expect(centre.refused('T1', 'workOrder', 'start', {}, order)).toEqual(['core/consent-before-work notConsented']);
  });

  it('22, 23: an owner\'s part is fitted only after it was found qualified; the result stands on the order', () => {
    const centre = new RepairCentre();
    const order = centre.diagnosed();
    const fitted = (line: string) => centre.refused('T1', 'workOrder', 'fit', { fitted: true }, order, { line });
    expect(fitted('valve-1')).toContain('s2.4/22 partNotQualified');
    const { input, options } = part('valve-1', { verified: 'unqualified' });
    centre.order('T1', 'verify', input, order, options);
    expect(fitted('valve-1')).toContain('s2.4/22 partNotQualified');
    centre.order('T1', 'verify', part('valve-2', { verified: 'qualified' }).input, order, { line: 'valve-2' });
    centre.order('M1', 'price', { material: 0, labour: 4000, price: 4000 }, order);
    centre.order(centre.a, 'consent', {}, order);
    expect(centre.matter(order)).toMatchObject({ state: 'inProgress', facts: { price: 4000 } });
    expect(fitted('valve-1')).toEqual(['s2.4/22 partNotQualified']);
    expect(fitted('valve-2')).toEqual([]);
    expect(centre.matter(order).facts['parts']).toMatchObject([{ sku: 'valve-1', verified: 'unqualified' }, { sku: 'valve-2', verified: 'qualified', fitted: true }]);
  });

  it('the centre\'s own part needs no verification', () => {
    const centre = new RepairCentre();
    const order = centre.diagnosed();
    centre.order(centre.a, 'consent', {}, order);
    expect(centre.refused('T1', 'workOrder', 'fit', { suppliedBy: 'centre', fitted: true }, order, { line: 'valve' })).toEqual([]);
  });

  it('a part once recorded as the owner\'s does not become the centre\'s by saying so', () => {
    const centre = new RepairCentre();
    const order = centre.diagnosed();
    centre.order(centre.a, 'consent', {}, order);
    centre.order('T1', 'verify', { suppliedBy: 'owner', verified: 'unqualified' }, order, { line: 'valve' });
    expect(centre.refused('T1', 'workOrder', 'fit', { suppliedBy: 'centre', fitted: true }, order, { line: 'valve' })).toEqual(['s2.4/22 partNotQualified']);
  });

  it('the price is not changed after the owner agreed, and nobody agrees for him without evidence', () => {
    const centre = new RepairCentre();
    const order = centre.diagnosed();
    expect(centre.refused('T1', 'workOrder', 'consent', {}, order)[0]).toBe('s2.4/D notAllowed');
    centre.order('T1', 'consent', {}, order, { for: centre.a });
    expect(centre.refused('M1', 'workOrder', 'price', { material: 0, labour: 1, price: 1 }, order)).toContain('core/consent-before-work alreadyConsented');
  });
});
