import { away, back, signed } from './vehicle-story.ts';
import type { Story } from './vehicle-story.ts';
import { VehicleOffice } from './vehicle-office.ts';

/** Row 6: three hinges for T1, approved and issued. */
function issued({ office, order, trip }: Story): string {
  const requisition = office.act('T1', 'requisition', 'ask', { order, trip, drawer: 'T1', proposal: 'new hinges', parts: [{ sku: 'hinge', issued: 3 }] });
  office.do('L1', 'approve', requisition);
  return office.do('K1', 'issue', requisition);
}

describe('S1.2, parts', () => {
  it('row 6, rules 39, 45: issued only after the leader\'s approval; then the drawer owes three', () => {
    const { office, order, trip } = away();
    const requisition = office.act('T1', 'requisition', 'ask', { order, trip, drawer: 'T1', proposal: 'new hinges', parts: [{ sku: 'hinge', issued: 3 }] });
    expect(office.no('K1', 'issue', requisition)).toEqual(['39 notApproved']);
    office.do('L1', 'approve', requisition);
    office.do('K1', 'issue', requisition);
    expect([office.balance('stock', 'main', 'hinge'), office.balance('stock', 'T1', 'hinge')]).toEqual([-3, 3]);
  });

  it('row 12, rules 40, 45: written off with approved report, two old and one unused; one old part short is refused, unless waived', () => {
    const before = signed();
    const requisition = issued(before);
    const { office, order, trip } = before;
    const parts = (old: number, unused = 1) => ({ parts: [{ sku: 'hinge', issued: 3, fitted: 2, unused, old }] });
    office.do('T1', 'reportShort', order, { shortReport: 'done' });
    office.do('T1', 'leave', order);
    office.clock('05-06T09:00').do('T1', 'comeBack', trip);
    office.do('T1', 'reportInDetail', order, { detailedReport: 'done' });
    office.clock('05-06T10:00');
    expect(office.no('K1', 'writeOff', requisition, parts(2))).toEqual(['40 reportNotApproved']);
    office.do('L1', 'approveReport', order);
    expect(office.no('K1', 'writeOff', requisition, parts(1))).toEqual(['40 oldPartOwed parts']);
    expect(office.no('K1', 'writeOff', requisition, parts(2, 0))).toEqual(['45 partsUnaccounted parts']);
    office.do('K1', 'writeOff', requisition, parts(2));
    expect([office.balance('stock', 'main', 'hinge'), office.balance('stock', 'T1', 'hinge')]).toEqual([-2, 0]);
    expect(office.matter(office.only('replacedPart')).facts).toMatchObject({ sku: 'hinge', qty: 2 });
    expect(office.promise(requisition, 'returnParts')[1]).toBe('met');
    expect(office.refusedEffects).toEqual([]);
    expect(office.ownerless()).toEqual([]);
  });

  it('row 12, rule 31: old parts are brought back by the next working day after the return; later is missed', () => {
    const before = signed();
    const requisition = issued(before);
    const { office, trip } = before;
    office.clock('05-06T09:00').do('T1', 'comeBack', trip);
    expect(office.promise(requisition, 'returnParts')[0]).toBe('05-07T17:30');
    expect(office.no('T1', 'returnParts', requisition, { packed: false })).toEqual(['31 notPacked packed']);
    office.clock('05-08T09:00').do('T1', 'returnParts', requisition, { packed: true });
    expect(office.promise(requisition, 'returnParts')).toEqual(['05-07T17:30', 'missed', -(15.5 * 3600)]);
  });

  it('row 12, rule 45: what was destroyed needs the leader\'s waiver with photograph', () => {
    const story = back();
    const requisition = issued(story);
    const { office, order } = story;
    office.do('L1', 'approveReport', order);
    expect(office.no('K1', 'waiveOldPart', requisition, { photograph: 'p1' })).toEqual(['45 notAllowed']);
    expect(office.no('L1', 'waiveOldPart', requisition)).toEqual(['45 required photograph']);
    office.do('L1', 'waiveOldPart', requisition, { photograph: 'p1' });
    expect(office.no('K1', 'writeOff', requisition, { parts: [{ sku: 'hinge', issued: 3, fitted: 2, unused: 1, old: 1 }] })).toEqual([]);
  });

  it('row 16, rules 44, 48: the claim is due the next working day after the report was approved; the supplier\'s two are booked by their bill', () => {
    const { office, order } = back();
    office.clock('05-06T10:00').do('L1', 'approveReport', order);
    const claim = office.only('supplierClaim');
    expect(office.upNext(claim)).toEqual(['file', 'L1', '05-07T17:30', '48']);
    office.clock('05-06T17:00').do('L1', 'file', claim);
    expect(office.promise(claim, 'file')[1]).toBe('met');
    const goods = { sku: 'hinge', specification: 'h1', qty: 2, quality: 'good', claim };
    expect(office.clock('05-20T09:00').notMade('K1', 'goodsReceipt', 'receive', goods)).toEqual(['44 billMissing bill']);
    office.act('K1', 'goodsReceipt', 'receive', { ...goods, bill: 'b1' });
    expect(office.balance('stock', 'main', 'hinge')).toBe(2);
    expect(office.matter(claim).final).toBe(true);
  });

  it('rule 48: a fault of the user opens no claim', () => {
    const { office, order } = back('user');
    office.do('L1', 'approveReport', order);
    expect([...office.matters.values()].some(({ kind }) => kind === 'supplierClaim')).toBe(false);
  });

  it('row 15, rules 42, 43, 47: receipt note, station books, and a count that needs the leader', () => {
    const office = new VehicleOffice().clock('05-06T14:00');
    const goods = { sku: 'lamp', specification: 'l1', qty: 10, quality: 'good' };
    const { quality: _, ...without } = goods;
    expect(office.notMade('K1', 'goodsReceipt', 'receive', without)).toEqual(['42 required quality']);
    expect(office.matter(office.act('K1', 'goodsReceipt', 'receive', goods)).number).toBe('0001');
    const supply = office.act('K1', 'stationSupply', 'send', { station: 'S', sku: 'lamp', qty: 5 });
    office.do('K1', 'use', supply, { used: 1 });
    expect([office.balance('stock', 'main', 'lamp'), office.balance('stock', 'S', 'lamp')]).toEqual([5, 4]);
    const agreed = office.act('K1', 'stockCount', 'count', { place: 'main', sku: 'lamp', counted: 5 });
    expect(office.matter(agreed).state).toBe('agreed');
    const count = office.act('K1', 'stockCount', 'count', { place: 'main', sku: 'lamp', counted: 4 });
    expect(office.matter(count)).toMatchObject({ state: 'differs', facts: { difference: -1 } });
    expect(office.no('K1', 'adjust', count)).toEqual(['42 notAllowed']);
    office.do('L1', 'adjust', count);
    expect(office.balance('stock', 'main', 'lamp')).toBe(4);
  });

  it('row 19, rule 46: an old part of May undecided at midnight of 1 June is missed and stays on the list', () => {
    const story = back();
    const requisition = issued(story);
    const { office, order } = story;
    office.do('L1', 'approveReport', order);
    office.do('K1', 'writeOff', requisition, { parts: [{ sku: 'hinge', issued: 3, fitted: 2, unused: 1, old: 2 }] });
    const old = office.only('replacedPart');
    expect(office.upNext(old)).toEqual(['decide', 'L1', '06-01T00:00', '46']);
    office.clock('05-31T23:59:59');
    expect(office.promise(old, 'decide')[1]).toBeUndefined();
    office.clock('06-01T00:00:00');
    expect(office.run(old, 'decide')).toMatchObject({ verdict: 'missed', open: true });
    expect(office.toldAbout(old, 's1.2/46')).toContain('L1');
    expect(office.no('L1', 'decide', old, { decision: 'claim' })).toEqual([]);
  });
});
