import { answerQuery, formOf, perSubject, scoreIndicator } from '@huiyin/regulation-engine';
import { ComplaintOffice } from './complaint-office.ts';
import { counted, decided } from './complaint-story.ts';
import { local, proofPolicy } from './proof-policy.ts';

const copies = (office: ComplaintOffice, form: string) => formOf(office.policy, form)?.copies?.map(({ to }) => to);

describe('S3.7, settlement, penalty and what a case costs', () => {
  it('row 15, R26: the decision is told by letter or phone and no other way', () => {
    const { office, first } = decided();
    expect(office.no('S1', 'tellCustomer', { channel: 'chat' }, first)).toEqual(['26 wrongType channel']);
    office.do('S1', 'tellCustomer', { channel: 'phone' }, first);
    expect(office.matter(first).state).toBe('answered');
    expect(office.toldAbout(first, 's3.7/26')).toEqual(['X']);
  });

  it('row 15, R33–R35, R39, R40: two signatures and a seal, a note in four copies; without proofs and count nothing is posted', () => {
    const { office, first } = decided();
    const settlement = office.matter(first).links['settlement'] ?? '';
    expect(office.matter(settlement).facts).toMatchObject({ returnQuantity: 180, price: 6000, discount: 120_000, approver: 'VGM' });
    expect(office.no('M1', 'signCertificate', {}, settlement)).toEqual(['33 noCertificate']);
    office.do('S1', 'issueCertificate', {}, settlement);
    office.do('M1', 'signCertificate', {}, settlement);
    expect(office.no('S1', 'sealCertificate', { customerSeal: 'seal-1' }, settlement)).toEqual(['33 signaturesMissing']);
    office.do('VGM', 'signCertificate', {}, settlement);
    office.do('S1', 'sealCertificate', { customerSeal: 'seal-1' }, settlement);
    expect(office.no('K1', 'count', { actual: 180 }, settlement)).toEqual(['34 noteNotApproved']);
    office.do('S1', 'issueNote', { reason: 'cracked', basis: 'opinion form' }, settlement);
    expect(office.no('M1', 'approveNote', {}, settlement)).toEqual(['34 notAllowed']);
    office.do('VGM', 'approveNote', {}, settlement);
    expect(office.no('F2', 'post', {}, settlement)).toEqual(['39 noReturnProof returnProof', '40 noDiscountProof discountProof', '35 noActualQuantity actual']);
    expect(copies(office, 'discountCertificate')).toEqual(['business', 'finance']);
    expect(copies(office, 'returnNote')).toEqual(['business', 'warehouse', 'finance', 'businessAfterwards']);
  });

  it('row 16, R35–R37: 175 of 180 are signed for once the approver has said so, and posted at what came', () => {
    const { office, first, settlement } = counted(175);
    expect(office.no('K1', 'signActual', {}, settlement)).toEqual(['37 askFirst']);
    expect(office.step(settlement, 'instruct')).toMatchObject({ who: ['VGM'], citation: { rule: 's3.7/37' } });
    office.do('VGM', 'instruct', { instruction: 'signActual' }, settlement);
    office.do('K1', 'signActual', {}, settlement);
    office.do('F2', 'post', {}, settlement);
    expect(office.entries(settlement)).toEqual([{ to: 'X', account: 'return', amount: 1_050_000 }, { to: 'X', account: 'discount', amount: 120_000 }]);
    expect(office.matter(first)).toMatchObject({ state: 'settled' });
    expect(office.refusedEffects).toEqual([]);
  });

  it('row 16, R37: what was approved to the piece needs no question', () => {
    const { office, settlement } = counted(180);
    office.do('K1', 'signActual', {}, settlement);
    office.do('F2', 'post', {}, settlement);
    expect(office.entries(settlement)[0]).toMatchObject({ amount: 1_080_000 });
  });

  it('row 16, R36: 189 of 180 are within the ratio and posted at 189', () => {
    const { office, settlement } = counted(189);
    office.do('VGM', 'instruct', { instruction: 'signActual' }, settlement);
    office.do('K1', 'signActual', {}, settlement);
    office.do('F2', 'post', {}, settlement);
    expect(office.entries(settlement)[0]).toMatchObject({ amount: 1_134_000 });
  });

  it('row 16, R36: 190 are not posted; the approver decides anew, and then they are', () => {
    const { office, settlement } = counted(190);
    office.do('VGM', 'instruct', { instruction: 'signActual' }, settlement);
    office.do('K1', 'signActual', {}, settlement);
    expect(office.no('F2', 'post', {}, settlement)).toEqual(['36 beyondRatio actual']);
    expect(office.step(settlement, 'decideAnew')).toMatchObject({ open: true, who: ['VGM'], citation: { rule: 's3.7/36' } });
    office.do('VGM', 'decideAnew', { returnQuantity: 190 }, settlement);
    office.do('F2', 'post', {}, settlement);
    expect(office.entries(settlement)[0]).toMatchObject({ amount: 1_140_000 });
  });

  it('row 17, R21, R27, R32: a tenth of the loss is posted when the general manager has approved; an objection leaves it standing', () => {
    const { office, first } = decided();
    const notice = office.clock('10-16T16:00').act('P1', 'penaltyNotice', 'propose', { case: first, department: 'manufacturing' });
    expect(office.matter(notice)).toMatchObject({ facts: { amount: 120_000 }, owner: 'GM', entries: [] });
    expect(office.no('VGM', 'approve', {}, notice)).toEqual(['32 notAllowed']);
    expect(office.no('F1', 'object', { objection: 'the sand was wet' }, notice)).toEqual(['27 wrongState']);
    office.do('GM', 'approve', {}, notice);
    expect(office.entries(notice)).toEqual([{ to: 'manufacturing', account: 'penalty', amount: -120_000 }]);
    expect(copies(office, 'penaltyNotice')).toEqual(['controlRoom', 'finance', 'penalised']);
    office.do('F1', 'object', { objection: 'the sand was wet' }, notice);
    expect(office.next(notice)).toMatchObject({ act: 'answerObjection', owner: 'FM', citation: { rule: 's3.7/27' } });
    expect(office.entries(notice)).toHaveLength(1);
  });

  it('row 17, R21: nothing is proposed on a case that is not decided', () => {
    const office = new ComplaintOffice().clock('09-21T14:00');
    const id = office.discountOf(100);
    const { refusals } = office.try('P1', 'penaltyNotice', 'propose', { case: id, department: 'quality' });
    expect(refusals.map(({ citation, code }) => `${citation.rule} ${code}`)).toEqual(['s3.7/21 notDecided']);
  });

  it('row 17, R38: the receivable leaves the base of the collection rate, which the case itself does not lower', () => {
    const { office, first, settlement } = counted(180);
    office.do('K1', 'signActual', {}, settlement);
    office.do('F2', 'post', {}, settlement);
    expect(office.entries(first)).toEqual([{ to: 'S1', account: 'collectionBase', amount: -1_200_000 }]);
    const entry = (id: string, account: string, amount: number) => ({ id, ledger: 'money', to: 'S1', account, amount, at: local('10-05T12:00'), citation: { rule: 'erp' } });
    const rows = [...office.matters.values(), entry('e1', 'collectionBase', 10_000_000), entry('e2', 'collected', 6_600_000)];
    const answer = (name: string) => answerQuery(office.policy, name, rows, { facts: office.facts() }, office.now);
    const answers = Object.fromEntries(['collectedOf', 'collectionBaseOf'].map((name) => [name, perSubject(answer(name), 'S1')]));
    expect(scoreIndicator(office.policy, 'collectionRate', [{ subject: 'S1', answers }], office.facts(), office.now)).toMatchObject([{ subject: 'S1', value: 0.75, citation: { rule: 's3.7/38' } }]);
  });

  it('row 18, R23: a customer who cannot accept gets a new form with the old one attached, a new number and new clocks', () => {
    const { office, second, first } = decided();
    office.clock('10-19T09:00');
    const early = office.try('S2', 'complaint', 'report', { customer: office.y, subject: 'productQuality', causedLoss: true, former: first });
    expect(early.refusals.map(({ code }) => code)).toEqual(['formerIsAccepted']);
    office.do('S2', 'refuseResult', {}, second);
    const again = office.accepted('S2', office.y, {}, { former: second });
    expect(office.matter(again)).toMatchObject({ number: '261001', links: { former: second } });
    expect(office.step(again, 'closing')).toMatchObject({ warnAt: local('11-03T00:00'), dueAt: local('11-10T00:00') });
  });

  it('row 18, R29: what is not upheld keeps the receivable\'s term; a dispute is the superior\'s', () => {
    const office = new ComplaintOffice().clock('10-12T09:00');
    const id = office.accepted('S2', office.z, { receivableDue: '2026-10-31' });
    office.drafted(id, [{ what: 'discount', amount: 100 }]);
    office.combined(id, { upheld: false, tracking: false });
    office.do('M1', 'approve', {}, id);
    expect(office.matter(id)).toMatchObject({ state: 'invalid', entries: [] });
    expect(office.matter(id).links['settlement']).toBeUndefined();
    expect(office.step(id, 'collect')).toMatchObject({ who: ['S2'], dueAt: local('11-01T00:00'), citation: { rule: 's3.7/29' } });
    office.do('S2', 'tellCustomer', { channel: 'letter' }, id);
    office.do('S2', 'dispute', {}, id);
    expect(office.next(id)).toMatchObject({ act: 'decideDispute', owner: 'M1', citation: { rule: 's3.7/29' } });
    expect(office.step(id, 'collect').dueAt).toBe(local('11-01T00:00'));
    const { office: other, first } = decided();
    expect(other.no('S1', 'dispute', {}, first)).toEqual(['29 wrongState', '29 onlyIfNotUpheld']);
  });

  it('row 18, R28: where a supplier is to blame the general manager handles it and nobody else', () => {
    const office = new ComplaintOffice().clock('10-19T09:00');
    const id = office.accepted('S1', office.x, { blames: 'supplier' });
    expect(office.next(id)).toMatchObject({ act: 'handleSupplier', owner: 'GM', citation: { rule: 's3.7/28' } });
    expect(office.no('Q1', 'investigate', { findings: 'f', cause: 'human', special: false, department: 'quality', responsible: 'W1' }, id)).toEqual(['6 wrongState']);
    expect(office.no('VGM', 'handleSupplier', {}, id)).toEqual(['28 notAllowed']);
    office.do('GM', 'handleSupplier', {}, id);
    expect(office.step(id, 'closing')).toMatchObject({ verdict: 'met' });
  });

  it('row 19, R43: a new figure binds cases of the new version; one under the old keeps the old', () => {
    const { refusals } = new ComplaintOffice().try('GM', 'policy', 'draft', { packs: ['s3.7'], calendar: 'c', hash: 'h' });
    expect(refusals.map(({ code, citation }) => `${citation.rule} ${code}`)).toContain('s3.7/43 onlyTheAdministrator');
    const [before, after] = [new ComplaintOffice(), new ComplaintOffice(proofPolicy('s3.7', { 's3.7.limitManager': 800_000 }))];
    const owner = (office: ComplaintOffice, amount: number) => office.next(office.clock('10-20T09:00').discountOf(amount))?.owner;
    expect([owner(before, 800_001), owner(after, 800_001), owner(after, 800_000)]).toEqual(['M1', 'VGM', 'M1']);
  });
});
