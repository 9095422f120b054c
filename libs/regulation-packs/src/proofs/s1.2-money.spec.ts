import { back, diagnosed } from './vehicle-story.ts';
import { VehicleOffice } from './vehicle-office.ts';

/** Row 9: T2 has taken 480.00 with the leader's consent. */
function collected() {
  const story = diagnosed();
  const { office, order } = story;
  office.do('L1', 'consentPaid', order, { paidConsent: 48000 });
  office.do('T2', 'collectFee', order, { fee: 48000 });
  return { ...story, collection: office.only('collection') };
}

describe('S1.2, money', () => {
  it('rows 9, 11, rule 16: 480.00 taken is owed until midnight of the day of return; short by 30.00 it is missed, and offsets the expense once complete', () => {
    const { office, trip, collection } = collected();
    expect(office.balance('money', 'T2', 'collected')).toBe(48000);
    office.clock('05-06T09:00').do('T1', 'comeBack', trip);
    expect(office.upNext(collection)).toEqual(['handIn', 'T2', '05-07T00:00', '16']);
    office.do('T2', 'handIn', collection, { paidIn: 45000 });
    expect(office.balance('money', 'T2', 'collected')).toBe(3000);
    expect(office.balance('money', 'serviceExpense')).toBe(0);
    expect(office.no('T2', 'handIn', collection, { paidIn: 3001 })).toEqual(['16 moreThanOwed paidIn']);
    office.clock('05-07T08:00').do('T2', 'handIn', collection, { paidIn: 3000 });
    expect(office.promise(collection, 'handIn')).toEqual(['05-07T00:00', 'missed', -8 * 3600]);
    expect(office.toldAbout(collection, 's1.2/16')).toEqual(['T2', 'L1']);
    expect(office.balance('money', 'T2', 'collected')).toBe(0);
    expect(office.balance('money', 'serviceExpense')).toBe(-48000);
    expect(office.matter(collection).entries.map(({ amount }) => amount)).toEqual([48000, 45000, 3000, -48000]);
    expect([...office.matters.values()].filter(({ kind }) => kind === 'incident')).toEqual([]);
    expect(office.refusedEffects).toEqual([]);
  });

  it('row 11, rule 16: in full on the day of return, in its last second, is met', () => {
    const { office, trip, collection } = collected();
    office.clock('05-06T09:00').do('T1', 'comeBack', trip);
    office.clock('05-06T23:59:59').do('T2', 'handIn', collection, { paidIn: 48000 });
    expect(office.promise(collection, 'handIn')).toEqual(['05-07T00:00', 'met', 1]);
  });

  it('rows 5, 13, rules 22, 35: 1,000.00 lent, 860.00 spent and reviewed, 140.00 comes back', () => {
    const { office, trip } = back();
    const advance = office.act('F1', 'advance', 'pay', { trip, debtor: 'T1', amount: 100000 });
    expect(office.balance('money', 'T1', 'advance')).toBe(100000);
    office.do('T1', 'claim', advance, { expenses: 86000 });
    expect(office.no('F1', 'reimburse', advance)).toEqual(['35 notReviewed']);
    expect(office.no('T1', 'review', advance)).toEqual(['35 notAllowed']);
    office.do('L1', 'review', advance);
    office.do('F1', 'reimburse', advance);
    expect(office.balance('money', 'T1', 'advance')).toBe(14000);
    expect(office.no('T1', 'handBack', advance, { handedBack: 13999 })).toEqual(['22 notTheBalance handedBack']);
    office.do('T1', 'handBack', advance, { handedBack: 14000 });
    expect(office.balance('money', 'T1', 'advance')).toBe(0);
    expect(office.matter(advance).final).toBe(true);
  });

  it('row 14, rule 41: freight is written off when handler and leader have signed; an old part not recovered needs a reason', () => {
    const office = new VehicleOffice().clock('05-06T11:20');
    const mailed = office.act('C1', 'mailedPart', 'send', { sku: 'lamp', freight: 3500, handler: 'T1' });
    office.do('T1', 'approve', mailed);
    expect(office.no('C1', 'writeOff', mailed, { oldPart: 'recovered' })).toEqual(['41 notSigned']);
    office.do('L1', 'approve', mailed);
    expect(office.no('C1', 'writeOff', mailed, { oldPart: 'notRecoverable' })).toEqual(['41 oldPartReasonMissing reason']);
    office.do('C1', 'writeOff', mailed, { oldPart: 'notRecoverable', reason: 'lost on the road' });
    expect(office.balance('money', 'serviceExpense', 'freight')).toBe(3500);
  });
});
