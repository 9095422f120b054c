import { scoreIndicator } from '@huiyin/regulation-engine';
import { Service } from './s3.12-service.ts';

const { instant } = Service;

describe('S3.12, commission on spare parts', () => {
  it('row 10, R12, R13, R16: margin of exactly 35 %: 3 % of all money received, 80 % to the person, the rest to the team, once the last fen is in', () => {
    const service = new Service().clock('2026-06-30T23:58');
    const sale = service.sale('S1', 65000, 100000, 220000, 2);
    service.receive(sale, 'r1', 319999);
    expect(service.matter(sale)).toMatchObject({ state: 'quoted', facts: { margin: 0.35, rate: 0.03, received: 319999 } });
    expect(service.total('money', 'S1', 'commission')).toBe(0);
    service.clock('2026-06-30T23:59').receive(sale, 'r2', 1);
    expect(service.matter(sale)).toMatchObject({ state: 'paid', facts: { commission: 9600 } });
    expect(service.entries('money', 'S1', 'commission')).toMatchObject([{ amount: 7680, at: instant('2026-06-30T23:59') }]);
    expect(service.total('money', 'serviceDepartment', 'commission')).toBe(1920);
  });

  it.each([
    ['row 10, R13: 999.99 on a base of 650.00', 65000, 99999, 220000, 2, undefined, undefined],
    ['row 10, R13: 35 % with a fee of 2,199.99 for two days', 65000, 100000, 219999, 2, undefined, undefined],
    ['row 10, R13: exactly 35 %', 65000, 100000, 220000, 2, 0.03, 's3.12/13'],
    ['row 11, R14: 999.99 on a base of 500.00', 50000, 99999, 110000, 1, 0.03, 's3.12/13'],
    ['row 11, R14: exactly 50 %', 50000, 100000, 110000, 1, 0.05, 's3.12/14'],
  ])('%s', (_, base, quoted, fee, days, rate, rule) => {
    const service = new Service().clock('2026-06-30T09:00');
    const sale = service.sale('S1', base, quoted, fee, days);
    service.receive(sale, 'r1', quoted + fee);
    expect(service.matter(sale).state).toBe('paid');
    expect(service.matter(sale).facts['rate'] ?? undefined).toBe(rate);
    if (rule !== undefined) expect(service.matter(sale).reasons['rate']?.citation.rule).toBe(rule);
    expect(service.total('money', 'S1', 'commission') > 0).toBe(rate !== undefined);
  });

  it('row 11, R14, R16, R17: 5 % of 2,100.00, paid in full on 1 July, belongs to the third quarter', () => {
    const service = new Service().clock('2026-06-30T09:00');
    const sale = service.sale('S2', 50000, 100000, 110000, 1);
    service.clock('2026-07-01T00:00').receive(sale, 'r1', 210000);
    expect([service.total('money', 'S2', 'commission'), service.total('money', 'serviceDepartment', 'commission')]).toEqual([8400, 2100]);
    const payouts = service.openCycles().map((id) => service.matter(id)).filter(({ kind }) => kind === 'commissionPayout');
    expect(payouts.map(({ facts }) => facts['total'])).toEqual([0]);
    service.clock('2026-10-01T00:00');
    const later = service.openCycles().map((id) => service.matter(id)).filter(({ kind }) => kind === 'commissionPayout');
    expect(later.map(({ facts }) => facts['total'])).toEqual([10500]);
    expect(later[0]!.steps.find(({ name }) => name === 'commission')).toMatchObject({ dueAt: instant('2026-11-01T00:00'), who: ['TG'] });
  });

  it('row 10, R16: half a fen of the person’s share goes up, the team has the rest', () => {
    const service = new Service().clock('2026-06-30T09:00');
    const sale = service.sale('S1', 65, 100, 21, 0);
    service.receive(sale, 'r1', 121);
    expect(service.matter(sale).facts['commission']).toBe(4);
    expect([service.total('money', 'S1', 'commission'), service.total('money', 'serviceDepartment', 'commission')]).toEqual([3, 1]);
  });

  it('row 10, R12: a base that is not the list’s is refused', () => {
    const service = new Service().clock('2026-06-30T09:00');
    const part = service.act('K1', 'sparePart', 'list', { code: 'p', basePrice: 65000 });
    expect(service.refused('S1', 'partSale', 'quote', { seller: 'S1', items: [{ part, qty: 2, base: 65000, quoted: 200000 }], fee: 0, personDays: 0 })).toEqual(['s3.12/12 notTheBasePrice']);
  });

  it('rows 12, 15, R15, R17, R28: clerk, review, Taida’s general manager, group, wages, in this order; unpaid on 1 August 00:00 it is missed', () => {
    const service = new Service().clock('2026-07-01T00:00');
    const [payout] = service.openCycles().filter((id) => service.matter(id).kind === 'commissionPayout');
    service.clock('2026-07-03T10:00');
    expect(service.matter(payout!).facts['payer']).toBe('taida');
    expect(service.refused('TG', 'commissionPayout', 'approve', {}, payout)).toEqual(['s3.12/15 wrongState']);
    service.act('K1', 'commissionPayout', 'submit', {}, payout);
    expect(service.refused('TG', 'commissionPayout', 'approve', {}, payout)).toEqual(['s3.12/15 wrongState']);
    expect(service.refused('K1', 'commissionPayout', 'review', {}, payout)).toEqual(['s3.12/15 notAllowed']);
    service.act('T1', 'commissionPayout', 'review', {}, payout);
    service.act('TG', 'commissionPayout', 'approve', {}, payout);
    service.act('GP', 'commissionPayout', 'takeIntoWages', {}, payout);
    const owed = () => service.matter(payout!).steps.find(({ name }) => name === 'commission')!;
    expect(owed()).toMatchObject({ dueAt: instant('2026-08-01T00:00'), who: ['TG'], citation: { rule: 's3.12/17' } });
    service.at(new Date(Date.parse(instant('2026-08-01T00:00')) - 1).toISOString());
    expect(owed().verdict).toBeUndefined();
    service.clock('2026-08-01T00:00');
    expect(owed()).toMatchObject({ verdict: 'missed', open: true });
    expect(service.toldAbout(payout!, 's3.12/17')).toEqual(expect.arrayContaining(['TG', 'E1', 'S1']));
    service.act('GP', 'commissionPayout', 'pay', {}, payout);
    expect(service.matter(payout!)).toMatchObject({ state: 'paid', final: true });
  });
});

describe('S3.12, rewards, fines and ranks', () => {
  it.each([[19999, ['s3.12/19 amountOutOfRange']], [20000, []], [50000, []], [50001, ['s3.12/19 amountOutOfRange']]])('row 5, R19: praise of %d fen', (amount, refused) => {
    const service = new Service().clock('2026-05-11T10:00');
    expect(service.refused('SM', 'praise', 'credit', { person: 'E1', letter: 'mail.eml', amount })).toEqual(refused);
    expect(service.entries('money', 'E1', 'reward').map((entry) => [entry.amount, entry.evidence])).toEqual(refused.length > 0 ? [] : [[amount, 'mail.eml']]);
  });

  it('row 6, R20: a saving needs both lists; before the manager’s check there is no entry', () => {
    const service = new Service().clock('2026-05-12T10:00');
    expect(service.refused('E3', 'savingClaim', 'apply', { oldMaterial: 'old.xlsx' })).toEqual(['s3.12/20 required']);
    const claim = service.act('E3', 'savingClaim', 'apply', { oldMaterial: 'old.xlsx', newMaterial: 'new.xlsx' });
    expect(service.matter(claim)).toMatchObject({ state: 'submitted', owner: 'SM' });
    expect(service.total('money', 'E3', 'reward')).toBe(0);
    expect(service.refused('E3', 'savingClaim', 'check', { amount: 35000 }, claim)).toEqual(['s3.12/20 notAllowed']);
    for (const amount of [19999, 50001]) expect(service.refused('SM', 'savingClaim', 'check', { amount }, claim)).toEqual(['s3.12/20 amountOutOfRange']);
    service.act('SM', 'savingClaim', 'check', { amount: 35000 }, claim);
    expect(service.total('money', 'E3', 'reward')).toBe(35000);
  });

  it.each([
    ['E1', 'complaint', true, false, -20000],
    ['E3', 'strongDissatisfaction', true, false, -20000],
    ['E1', 'complaint', false, false, 0],
    ['E2', 'complaint', true, true, 0],
  ])('row 9, R24, R25: %s, %s, own fault %s, service quality %s: %d fen', (person, origin, ownFault, serviceQuality, amount) => {
    const service = new Service().clock('2026-05-20T11:00');
    const finding = service.act('CD', 'faultFinding', 'receive', { person, origin });
    service.act('CD', 'faultFinding', 'judge', { ownFault, serviceQuality }, finding);
    expect(service.total('money', person, 'reward')).toBe(amount);
    const referred = [...service.matters.values()].filter(({ kind }) => kind === 'qualityReferral');
    expect(referred.map(({ owner }) => owner)).toEqual(serviceQuality ? ['Q1'] : []);
    for (const { id } of referred) {
      expect(service.refused('K1', 'qualityReferral', 'giveBack', { amount: -20000, reference: 'x' }, id)).toEqual(['s3.12/25 notAllowed']);
      expect(service.refused('Q1', 'qualityReferral', 'giveBack', { amount: -15000 }, id)).toEqual(['s3.12/25 required']);
      service.act('Q1', 'qualityReferral', 'giveBack', { amount: -15000, reference: 'ZL-7' }, id);
      expect(service.entries('money', person, 'reward')).toMatchObject([{ amount: -15000, evidence: 'ZL-7' }]);
    }
  });

  it('row 13, R2, R7–R9: equal scores share the rank and each has its reward; 11,000.00 in all', () => {
    const service = new Service().clock('2026-07-03T11:00');
    const results = [98, 96, 95, 95, 92, 91, 90, 88, 88, 85];
    const scores = scoreIndicator(service.policy, 'ranking', results.map((scoreOfQuarter, index) => ({ subject: `P${index}`, answers: { scoreOfQuarter } })), service.facts(), service.now);
    expect(scores.map(({ rank }) => rank)).toEqual([1, 2, 3, 3, 5, 6, 7, 8, 8, 10]);
    expect(scores.map(({ gives }) => gives ?? 0)).toEqual([...Array<number>(4).fill(150000), ...Array<number>(5).fill(100000), 0]);
    expect(scores.map(({ band }) => band?.citation.rule)).toEqual([...Array<string>(4).fill('s3.12/8'), ...Array<string>(5).fill('s3.12/9'), undefined]);
  });

  it('row 13, R2, R7: the score is weighed, quality first, and shown with its parts; one assessment a quarter', () => {
    const service = new Service().clock('2026-07-01T09:00');
    const input = { person: 'E1', quarter: '2026Q2', quality: 100, workload: 80, cost: 60 };
    const assessment = service.act('K1', 'assessment', 'enter', input);
    expect(service.matter(assessment).facts['score']).toBe(89);
    expect(service.refused('K1', 'assessment', 'enter', input)).toEqual(['s3.12/7 assessedAlready']);
    expect(service.refused('K1', 'assessment', 'enter', { ...input, person: 'ST' })).toEqual(['s3.12/1 notServiceStaff']);
    expect(service.view('MC', 'weights')).toMatchObject({ ok: true, rows: [{ person: 'E1', quality: 100, workload: 80, cost: 60, score: 89 }] });
  });

  it('row 14, R3, R10, R11, R18: what other schemes fix is stored with its reference, for whom it is meant', () => {
    const service = new Service().clock('2026-07-06T09:00');
    const store = (input: object): readonly string[] => service.refused('K1', 'schemeAward', 'store', { amount: 80000, ...input });
    expect(store({ incentive: 'halfYearly', person: 'E1', reference: 'S-1' })).toEqual(['s3.12/10 managementStaffOnly']);
    expect(store({ incentive: 'halfYearly', person: 'M1' })).toEqual(['s3.12/10 referenceMissing']);
    expect(store({ incentive: 'halfYearly', person: 'M1', reference: 'S-1' })).toEqual([]);
    expect(store({ incentive: 'yearly', person: 'E1' })).toEqual(['s3.12/11 referenceMissing']);
    expect(store({ incentive: 'yearly', person: 'E1', reference: 'S-2' })).toEqual([]);
    expect(store({ incentive: 'serviceContract', person: 'E1', reference: 'S-3', percent: '3%' })).not.toEqual([]);
    expect(store({ incentive: 'serviceContract', person: 'E1', percent: 0.03, reference: 'S-3' })).toEqual(['s3.12/18 ownPolicyDecides']);
    expect(store({ incentive: 'monthly', person: 'E1' })).toEqual(['s3.12/3 computedFromEvents']);
    expect(store({ incentive: 'birthday', person: 'E1' }).some((refusal) => refusal.startsWith('s3.12/3 '))).toBe(true);
    expect(service.entries('money', 'M1', 'reward')).toMatchObject([{ amount: 80000, evidence: 'S-1' }]);
  });

  it('row 19, R30, R31: a change needs a date, the service department and personnel; then all staff are told', () => {
    const service = new Service().clock('2027-01-04T11:00');
    const base = service.act('system', 'policy', 'found', { packs: ['s3.12'], calendar: '{}', hash: 'h1' });
    const change = { packs: ['s3.12'], calendar: '{}', hash: 'h2', base, previous: 'h1' };
    expect(service.refused('A1', 'policy', 'draft', change)).toEqual(['s3.12/30 noDateInForce']);
    const draft = service.act('A1', 'policy', 'draft', { ...change, inForceFrom: instant('2027-02-01T00:00') });
    service.act('A2', 'policy', 'consent', {}, draft);
    service.act('SM', 'policy', 'agreeService', {}, draft);
    expect(service.refused('A1', 'policy', 'adopt', {}, draft)).toEqual(['s3.12/31 personnelHasNotAgreed']);
    service.act('H1', 'policy', 'agreePersonnel', {}, draft);
    service.act('A1', 'policy', 'adopt', {}, draft);
    expect(service.matter(draft)).toMatchObject({ state: 'adopted', facts: { inForceFrom: instant('2027-02-01T00:00') } });
    expect(service.toldAbout(draft, 's3.12/30')).toEqual(expect.arrayContaining(['E1', 'E4', 'K1', 'M1', 'SM']));
  });
});
