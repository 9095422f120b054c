import { ComplaintOffice } from './complaint-office.ts';
import { decided, negotiating, opinionGiven } from './complaint-story.ts';
import { local } from './proof-policy.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('S3.7, negotiation, opinion and decision', () => {
  it('row 8, R15, R17: the instruction is talked over the same day, its result is due within the stage', () => {
    const { office, first } = negotiating();
    expect(office.matter(first)).toMatchObject({ state: 'proposed', facts: { total: 1_200_000 } });
    expect(office.step(first, 'talk')).toMatchObject({ who: ['S1'], dueAt: local('09-30T00:00'), citation: { rule: 's3.7/17' } });
    office.clock('09-29T16:00').do('S1', 'talk', {}, first);
    expect(office.step(first, 'talk')).toMatchObject({ verdict: 'met', marginMs: 8 * HOUR });
    expect(office.next(first)).toMatchObject({ act: 'negotiate', dueAt: local('10-02T00:00') });
  });

  it('row 8, R34: the amount of a line is quantity times price, and a return has both', () => {
    const office = new ComplaintOffice().clock('09-21T14:00');
    const id = office.accepted('S1', office.x);
    office.drafted(office.accepted('S1', office.x), [{ what: 'discount', amount: 1 }]);
    office.do('Q1', 'investigate', { findings: 'f', cause: 'human', special: false, department: 'quality', responsible: 'W1' }, id);
    office.do('F1', 'counter', { countermeasure: 'c', productData: 'p' }, id);
    office.do('O1', 'officeReview', { officeView: 'v' }, id);
    office.do('P1', 'check', {}, id);
    expect(office.no('S1', 'draft', { treatment: [{ what: 'return', quantity: 180, price: 6000, amount: 1_079_999 }] }, id)).toEqual(['34 amountIsNotTheProduct treatment']);
    expect(office.no('S1', 'draft', { treatment: [{ what: 'return', amount: 100 }] }, id)).toEqual(['34 returnWithoutQuantity treatment']);
  });

  it('row 8, R19–R21: the business manager approves 3,000.00 of human negligence: tracking is said and is no; W2 is warned', () => {
    const { office, second } = negotiating();
    expect(office.no('M1', 'approve', {}, second)).toEqual(['20 required tracking']);
    expect(office.no('M1', 'approve', { tracking: true, improveBy: '2026-10-31' }, second)).toEqual(['20 negligenceIsNotTracked tracking']);
    office.clock('09-29T16:30').do('M1', 'approve', { tracking: false, discipline: [{ person: 'W2', kind: 'warning' }] }, second);
    expect(office.matter(second)).toMatchObject({ state: 'approved', facts: { cause: 'human', tracking: false, discipline: [{ person: 'W2', kind: 'warning' }] } });
    expect(office.about('correctiveAction', second)).toEqual([]);
  });

  it('row 9, R5, R25: no amount is promised before the decision, and the attempt is kept; a drawing may be sent', () => {
    const { office, first } = negotiating();
    expect(office.no('S1', 'writeToCustomer', { letter: 'we pay', offered: 1_200_000 }, first)).toEqual(['25 beyondAuthority offered']);
    expect(office.events.at(-1)).toMatchObject({ type: 'complaint.writeToCustomer.refused' });
    expect(office.toldAbout(first, 's3.7/25')).toEqual([]);
    expect(office.do('S1', 'sendMaterial', { material: 'drawing 12' }, first)).toBe(first);
    const { office: after, first: approved } = decided();
    expect(after.no('S1', 'writeToCustomer', { letter: 'we pay', offered: 1_200_001 }, approved)).toEqual(['25 beyondAuthority offered']);
    after.do('S1', 'writeToCustomer', { letter: 'we pay', offered: 1_200_000 }, approved);
    expect(after.toldAbout(approved, 's3.7/25')).toEqual(['X']);
  });

  it('rows 10, 11, R17, R18, R30, R41: one day for the combined opinion, then an order to the control room; fourteen days only warn', () => {
    const { office, first } = negotiating();
    office.clock('09-30T16:00').do('S1', 'negotiate', { negotiation: 'accepted' }, first);
    office.do('M1', 'readResult', {}, first);
    expect(office.next(first)).toMatchObject({ act: 'combine', owner: 'P1', dueAt: local('10-02T00:00'), citation: { rule: 's3.7/18' } });
    const orders = office.about('expediteOrder', first).length;
    office.clock('10-02T00:00');
    expect(office.about('expediteOrder', first).slice(orders)).toMatchObject([{ addressee: 'P1', step: 'combine' }]);
    office.clock('10-05T23:59:59.999');
    expect(office.toldAbout(first, 's3.7/30')).toEqual([]);
    office.clock('10-06T00:00');
    expect([...office.toldAbout(first, 's3.7/30')].sort()).toEqual(['M1', 'P1']);
    expect(office.about('expediteOrder', first)).toHaveLength(orders + 1);
  });

  it('row 13, R7, R18–R20: a late opinion asks for tracking: an improvement with owner, day and effect check; 12,000.00 is the vice general manager\'s', () => {
    const { office, first } = opinionGiven();
    expect(office.step(first, 'combine')).toMatchObject({ verdict: 'missed', marginMs: -(9 * DAY + 10 * HOUR) });
    const [action] = office.about('correctiveAction', first);
    expect(office.next(String(action?.['id']))).toMatchObject({ act: 'finish', owner: 'FM', dueAt: local('11-01T00:00') });
    office.do('FM', 'finish', {}, String(action?.['id']));
    expect(office.next(String(action?.['id']))).toMatchObject({ act: 'confirmEffect', owner: 'P1', citation: { rule: 's3.7/7' } });
    office.do('P1', 'passRemark', { remark: 'packing too thin' }, first);
    expect(office.toldAbout(first, 's3.7/7')).toEqual(['F1']);
    expect(office.no('M1', 'approve', {}, first)).toEqual(['19 notAllowed']);
    expect(office.next(first)).toMatchObject({ act: 'approve', owner: 'VGM', dueAt: local('10-14T00:00'), citation: { rule: 's3.7/19' } });
  });

  it('row 13, R20: tracking needs the day of the improvement, at the opinion and at the approval', () => {
    const office = new ComplaintOffice().clock('09-21T14:00');
    const id = office.accepted('S1', office.x);
    office.drafted(id, [{ what: 'discount', amount: 100 }]);
    office.do('GM', 'instruct', {}, id);
    office.do('S1', 'negotiate', { negotiation: 'n' }, id);
    office.do('M1', 'readResult', {}, id);
    expect(office.no('P1', 'combine', { upheld: true, tracking: true }, id)).toEqual(['20 improvementNeedsDate improveBy']);
    office.do('P1', 'combine', { upheld: true }, id);
    expect(office.no('M1', 'approve', { tracking: true }, id)).toEqual(['20 improvementNeedsDate improveBy']);
    office.do('M1', 'approve', { tracking: true, improveBy: '2026-10-31' }, id);
    expect(office.about('correctiveAction', id)).toHaveLength(1);
  });

  it.each([
    [1_000_000, 'M1', ['VGM', 'GM']],
    [1_000_001, 'VGM', ['M1', 'GM']],
    [5_000_000, 'VGM', ['M1', 'GM']],
    [5_000_001, 'GM', ['M1', 'VGM']],
  ])('row 13, R19: %i fen are decided by %s', (amount, approver, others) => {
    const office = new ComplaintOffice().clock('09-21T14:00');
    const id = office.discountOf(amount);
    expect(office.next(id)).toMatchObject({ act: 'approve', owner: approver });
    for (const other of others) expect(office.no(other, 'approve', {}, id)).toEqual(['19 notAllowed']);
    expect(office.do(approver, 'approve', {}, id)).toBe(id);
  });

  it('row 14, R22, R26, R30, R41, R42: past 21 days the holder is ordered once; the signature closes late, five copies go out, each late department is asked why', () => {
    const { office, first } = opinionGiven();
    const orders = office.about('expediteOrder', first).length;
    office.clock('10-12T23:59:59.999');
    expect(office.about('expediteOrder', first)).toHaveLength(orders);
    office.clock('10-13T00:00');
    expect(office.about('expediteOrder', first).slice(orders)).toMatchObject([{ addressee: 'VGM', step: 'closing' }]);
    office.clock('10-13T11:00').do('VGM', 'approve', {}, first);
    expect(office.step(first, 'closing')).toMatchObject({ verdict: 'missed', open: false, marginMs: -11 * HOUR });
    expect([...office.toldAbout(first, 's3.7/22')].sort()).toEqual(['F1', 'F2', 'P1', 'Q1', 'S1']);
    expect(office.next(first)).toMatchObject({ act: 'tellCustomer', owner: 'S1', dueAt: local('10-14T00:00'), citation: { rule: 's3.7/26' } });
    const investigations = office.about('investigationOrder', first);
    expect(investigations.map(({ department }) => department)).toEqual(['manufacturing', 'quality', 'controlRoom']);
    expect(investigations.map(({ id }) => office.next(String(id)))).toMatchObject(['F1', 'Q1', 'P1'].map((owner) => ({ act: 'answer', owner, dueAt: local('10-17T00:00'), citation: { rule: 's3.7/42' } })));
    expect(office.matter(first).sealed).toMatchObject({ opinionForm: 'approve' });
  });

  it('row 14, R30, R42: a case decided on the 21st day is in time, and nobody who was in time is asked', () => {
    const office = new ComplaintOffice().clock('09-21T14:00');
    const id = office.discountOf(100);
    office.clock('09-22T23:59:59.999').do('M1', 'approve', {}, id);
    expect(office.step(id, 'closing')).toMatchObject({ verdict: 'met' });
    expect(office.about('investigationOrder', id)).toEqual([]);
    expect(office.about('expediteOrder', id)).toEqual([]);
    expect(office.refusedEffects).toEqual([]);
    expect(office.ownerless()).toEqual([]);
  });
});
