import { RepairCentre } from '../testing/repair-centre.ts';

const { instant } = RepairCentre;

/** Order 0001 waits for its receipt with the plumbers, order 0002 for the visit of the electricians. */
function twoOrders(): RepairCentre {
  const centre = new RepairCentre();
  centre.signedOff();
  centre.clock('10-09T16:00');
  const request = centre.register({ description: 'lamp', appointedAt: instant('10-12T10:00') });
  centre.act('C1', 'serviceRequest', 'sign', {}, request);
  const order = centre.order('C1', 'create', centre.paper(request, { appointedAt: instant('10-12T10:00') }));
  centre.order('M1', 'take', {}, order);
  centre.order('M1', 'classify', { inCatalogue: true, item: centre.lamp, charge: 'free' }, order);
  centre.order('M1', 'assign', { team: centre.electrical }, order);
  return centre.clock('10-10T11:00');
}

const rows = (view: ReturnType<RepairCentre['view']>) => (view.ok ? view.rows : view.refusals.map(({ citation }) => citation.rule));

describe('S2.4, registers and lists', () => {
  it('2, 14: the manager sees each open order with owner, next step, due time and age', () => {
    const centre = twoOrders();
    const shown = rows(centre.view('M1', 'supervision'));
    expect(shown).toHaveLength(2);
    const expected = [
      { number: 'WX202610-0001', state: 'signedOff', owner: 'F1', due: instant('10-10T17:30'), age: 'PT23H15M', nextStep: { act: 'issueReceipt' } },
      { number: 'WX202610-0002', state: 'assigned', owner: 'TL2', due: instant('10-10T17:30'), age: 'PT19H', nextStep: { act: 'arrive' } },
    ];
    expect(shown).toEqual(expect.arrayContaining(expected.map((row) => expect.objectContaining({ ...row, nextStep: expect.objectContaining(row.nextStep) }))));
  });

  it('14: a team leader sees his own team\'s orders and is refused when he asks for another\'s', () => {
    const centre = twoOrders();
    expect(rows(centre.view('TL1', 'supervision'))).toMatchObject([{ number: 'WX202610-0001' }]);
    expect(rows(centre.view('TL2', 'supervision'))).toMatchObject([{ number: 'WX202610-0002' }]);
    expect(rows(centre.view('TL1', 'supervision', { team: centre.electrical }))).toEqual(['s2.4/14']);
    expect(rows(centre.view('C1', 'supervision'))).toEqual(['s2.4/14']);
  });

  it('8: the ledger has a line for each signature, in order of signing', () => {
    const centre = new RepairCentre().clock('10-09T11:00');
    const first = centre.register();
    const second = centre.register();
    centre.register();
    centre.clock('10-09T11:05').act('C1', 'serviceRequest', 'sign', {}, second);
    centre.clock('10-09T11:10').act('C1', 'serviceRequest', 'sign', {}, first);
    expect(rows(centre.view('C1', 'serviceLedger'))).toMatchObject([
      { line: 1, number: 'BX202610-0002', signedAt: instant('10-09T11:05') },
      { line: 2, number: 'BX202610-0001', signedAt: instant('10-09T11:10') },
    ]);
  });

  it('3, 5: the register shows every request and no refused call', () => {
    const centre = new RepairCentre();
    centre.try('DK1', 'serviceRequest', 'register', { customer: centre.stranger, channel: 'phone', description: 'x' });
    centre.register();
    expect(rows(centre.view('DK1', 'repairRegister'))).toMatchObject([{ number: 'BX202610-0001' }]);
  });
});
