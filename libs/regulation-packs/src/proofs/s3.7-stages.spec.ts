import { ComplaintOffice } from './complaint-office.ts';
import { local } from './proof-policy.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Rows 2 to 5: case 260901 of customer X, special, of manufacturing and W1. */
function investigated(): { office: ComplaintOffice; id: string } {
  const office = new ComplaintOffice().clock('09-21T09:30');
  const id = office.report('S1', office.x);
  office.clock('09-21T10:00').do('S1', 'sendForm', ComplaintOffice.form(), id);
  office.clock('09-21T14:00').do('P1', 'accept', {}, id);
  office.clock('09-22T16:00').do('Q1', 'investigate', { findings: 'cracked', cause: 'qualityFault', special: true, specialReason: 'first of its kind', department: 'manufacturing', responsible: 'W1' }, id);
  return { office, id };
}

describe('S3.7, the stages and their clocks', () => {
  it('row 1, R2: without a loss there is a slip, improved within two days, and neither case nor number', () => {
    const office = new ComplaintOffice().clock('09-17T09:10');
    const { refusals } = office.try('S1', 'complaint', 'report', { customer: office.x, subject: 'productQuality', causedLoss: false });
    expect(refusals.map(({ code, citation }) => `${citation.rule} ${code}`)).toEqual(['s3.7/2 noLossNoCase']);
    const slip = office.act('S1', 'abnormalitySlip', 'create', { customer: office.x, fault: 'scuffed cartons', departments: [{ department: 'manufacturing' }] });
    expect(office.next(slip)).toMatchObject({ act: 'improve', owner: 'F1', dueAt: local('09-20T00:00'), citation: { rule: 's3.7/2' } });
    office.act('F1', 'abnormalitySlip', 'improve', { improvement: 'edge guards' }, slip, { line: 'manufacturing' });
    expect(office.do('S1', 'close', {}, slip)).toBe(slip);
    expect(office.matter(office.clock('09-21T14:00').accepted('S1', office.x)).number).toBe('260901');
  });

  it('row 2, R1, R4, R10: what is missing of the form is named and stays owed until the day ends; rudeness is no product', () => {
    const office = new ComplaintOffice().clock('09-21T09:30');
    const id = office.report('S1', office.x);
    const { defective: _, sample: __, ...gaps } = ComplaintOffice.form();
    expect(office.no('S1', 'sendForm', gaps, id)).toEqual(['10 required defective', '10 required sample']);
    expect(office.next(id)).toMatchObject({ act: 'sendForm', owner: 'S1', dueAt: local('09-22T00:00') });
    office.clock('09-21T10:00').do('S1', 'sendForm', ComplaintOffice.form(), id);
    expect(office.matter(id)).toMatchObject({ state: 'registered', owner: 'P1' });
    const rude = office.try('S1', 'complaint', 'report', { customer: office.x, subject: 'other', causedLoss: true });
    expect(rude.refusals.map(({ code, citation }) => `${citation.rule} ${code}`)).toEqual(['s3.7/1 notAQualityFault']);
  });

  it('row 3, R9, R14, R30: acceptance gives the number of the month and starts 14 and 21 days; quality owes its stage', () => {
    const office = new ComplaintOffice().clock('09-21T14:00');
    const id = office.accepted('S1', office.x);
    expect(office.matter(id)).toMatchObject({ number: '260901', owner: 'Q1' });
    expect(office.step(id, 'closing')).toMatchObject({ warnAt: local('10-06T00:00'), dueAt: local('10-13T00:00'), whole: true, citation: { rule: 's3.7/30' } });
    expect(office.next(id)).toMatchObject({ act: 'investigate', owner: 'Q1', dueAt: local('09-24T00:00') });
    const register = office.view('P1', 'trackingRegister');
    expect(register.ok && register.rows).toMatchObject([{ number: '260901', owner: 'Q1' }]);
    expect(office.matter(office.accepted('S1', office.x)).number).toBe('260902');
    expect(office.matter(office.clock('10-19T09:00').accepted('S2', office.y)).number).toBe('261001');
  });

  it('row 4, R11–R13: only the general manager names who goes for quality; manufacturing must be there; three days for the report', () => {
    const office = new ComplaintOffice().clock('09-21T15:00');
    const id = office.report('S2', office.y);
    expect(office.no('S2', 'nameSubstitute', { substitute: 'E1' }, id)).toEqual(['12 notAllowed']);
    expect(office.no('S2', 'inspectJointly', { present: ['S2', 'E1', 'F1'] }, id)).toEqual(['11 qualityMissing present']);
    office.do('GM', 'nameSubstitute', { substitute: 'E1' }, id);
    expect(office.no('S2', 'inspectJointly', { present: ['S2', 'E1'] }, id)).toEqual(['11 manufacturingMissing present']);
    office.do('S2', 'inspectJointly', { present: ['S2', 'E1', 'F1'] }, id);
    expect(office.step(id, 'reportToGeneralManager')).toMatchObject({ who: ['E1'], dueAt: local('09-25T00:00'), citation: { rule: 's3.7/13' } });
    office.clock('09-21T17:20').do('S2', 'sendForm', ComplaintOffice.form(), id);
    office.clock('09-22T10:00').do('E1', 'reportToGeneralManager', { report: 'report-2' }, id);
    expect(office.step(id, 'reportToGeneralManager')).toMatchObject({ verdict: 'met' });
    office.do('P1', 'accept', {}, id);
    office.do('Q1', 'investigate', { findings: 'scratched', cause: 'human', special: false, department: 'manufacturing', responsible: 'W2' }, id);
    expect(office.matter(id).steps.filter(({ name }) => name === 'reportToGeneralManager')).toHaveLength(1);
  });

  it('row 5, R3, R6, R13, R16: the finding names cause, department and person, a special case its reason; report and countermeasure run at once', () => {
    const { office, id } = investigated();
    expect(office.matter(id)).toMatchObject({ state: 'investigated', owner: 'F1', facts: { cause: 'qualityFault', responsible: 'W1' } });
    expect(office.step(id, 'reportToGeneralManager')).toMatchObject({ dueAt: local('09-26T00:00'), who: ['Q1'] });
    expect(office.next(id)).toMatchObject({ act: 'counter', owner: 'F1', dueAt: local('09-25T00:00') });
    const other = office.accepted('S1', office.x);
    expect(office.no('Q1', 'investigate', { findings: 'f', cause: 'human', special: true, department: 'quality', responsible: 'W1' }, other)).toEqual(['16 reasonMissing specialReason']);
  });

  it('row 6, R41: each missed clock gives one expedite order to whoever holds it, counted from the day then beginning; the general manager is told', () => {
    const { office, id } = investigated();
    office.clock('09-24T23:59:59.999');
    expect(office.about('expediteOrder', id)).toEqual([]);
    office.clock('09-25T00:00');
    expect(office.about('expediteOrder', id)).toMatchObject([{ addressee: 'F1', step: 'counter' }]);
    office.clock('09-26T12:00');
    const orders = office.about('expediteOrder', id);
    expect(orders).toMatchObject([{ addressee: 'F1', step: 'counter' }, { addressee: 'Q1', step: 'reportToGeneralManager' }]);
    expect(orders.map((order) => office.next(String(order['id']))?.dueAt)).toEqual([local('09-27T00:00'), local('09-28T00:00')]);
    expect(office.toldAbout(id, 's3.7/41')).toEqual(['GM', 'GM']);
    office.clock('09-28T09:00');
    expect(office.about('expediteOrder', id)).toHaveLength(2);
  });

  it('row 7, R8, R13, R15, R16: late work keeps its margin; research is heard in its turn, and only where the case is special', () => {
    const { office, id } = investigated();
    office.clock('09-28T09:00').do('F1', 'counter', { countermeasure: 'new mould', productData: 'lot 7' }, id);
    office.clock('09-28T09:30').do('Q1', 'reportToGeneralManager', { report: 'report-1' }, id);
    expect(office.step(id, 'counter')).toMatchObject({ verdict: 'missed', marginMs: -(3 * DAY + 9 * HOUR) });
    expect(office.step(id, 'reportToGeneralManager')).toMatchObject({ verdict: 'missed', marginMs: -(2 * DAY + 9.5 * HOUR) });
    expect(office.clock('09-28T10:00').no('R1', 'researchOpinion', { researchView: 'v' }, id)).toEqual(['15 wrongState']);
    office.clock('09-28T11:00').do('O1', 'officeReview', { officeView: 'agreed' }, id);
    office.clock('09-28T15:00').do('R1', 'researchOpinion', { researchView: 'v' }, id);
    office.clock('09-28T17:00').do('P1', 'check', {}, id);
    expect(office.next(id)).toMatchObject({ act: 'draft', owner: 'S1', dueAt: local('10-01T00:00'), citation: { rule: 's3.7/15' } });
    const plain = office.accepted('S1', office.x);
    office.drafted(plain, [{ what: 'discount', amount: 100 }]);
    expect(office.matter(plain).steps.some(({ name }) => name === 'researchOpinion')).toBe(false);
  });
});
