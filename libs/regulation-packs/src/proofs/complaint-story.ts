import { ComplaintOffice } from './complaint-office.ts';

/** Cases 260901 (return and discount, late) and 260902 (human factor) of the card, as they stand at a row. */
export interface ComplaintStory {
  readonly office: ComplaintOffice;
  readonly first: string;
  readonly second: string;
}

export const treatment = [
  { what: 'return', quantity: 180, price: 6000, amount: 1_080_000 },
  { what: 'discount', amount: 120_000 },
] as const;

/** Rows 2 to 8: 260901 waits for the negotiation's result, 260902 for its approval. */
export function negotiating(): ComplaintStory {
  const office = new ComplaintOffice().clock('09-21T14:00');
  const first = office.accepted('S1', office.x);
  const second = office.clock('09-21T17:20').accepted('S2', office.y);
  office.clock('09-22T16:00').do('Q1', 'investigate', { findings: 'cracked', cause: 'qualityFault', special: true, specialReason: 'first of its kind', department: 'manufacturing', responsible: 'W1' }, first);
  office.drafted(second, [{ what: 'discount', amount: 300_000 }], { cause: 'human', responsible: 'W2' });
  office.combined(second, {});
  office.clock('09-28T09:00').do('F1', 'counter', { countermeasure: 'new mould', productData: 'lot 7' }, first);
  office.clock('09-28T09:30').do('Q1', 'reportToGeneralManager', { report: 'report-1' }, first);
  office.clock('09-28T11:00').do('O1', 'officeReview', { officeView: 'agreed' }, first);
  office.clock('09-28T15:00').do('R1', 'researchOpinion', { researchView: 'agreed' }, first);
  office.clock('09-28T17:00').do('P1', 'check', {}, first);
  office.clock('09-29T10:00').do('S1', 'draft', { treatment }, first);
  office.do('GM', 'instruct', {}, first);
  return { office, first, second };
}

/** Rows 8 to 13: 260902 is approved on 09-29; the opinion on 260901 is late and asks for tracking. */
export function opinionGiven(): ComplaintStory {
  const story = negotiating();
  const { office, first, second } = story;
  office.clock('09-29T16:00').do('S1', 'talk', {}, first);
  office.clock('09-29T16:30').do('M1', 'approve', { tracking: false, discipline: [{ person: 'W2', kind: 'warning' }] }, second);
  office.clock('09-30T16:00').do('S1', 'negotiate', { negotiation: 'accepted' }, first);
  office.do('M1', 'readResult', {}, first);
  office.clock('10-11T10:00').do('P1', 'combine', { upheld: true, tracking: true, improveBy: '2026-10-31' }, first);
  return story;
}

/** Row 14: the vice general manager approves 260901 after its limit. */
export function decided(): ComplaintStory {
  const story = opinionGiven();
  story.office.clock('10-13T11:00').do('VGM', 'approve', {}, story.first);
  return story;
}

/** Rows 15 and 16: the customer told, papers issued, signed, sealed and proved; the goods counted. */
export function counted(actual: number): ComplaintStory & { readonly settlement: string } {
  const story = decided();
  const { office, first } = story;
  office.clock('10-13T15:00').do('S1', 'tellCustomer', { channel: 'phone' }, first);
  const settlement = office.matter(first).links['settlement'] ?? '';
  office.do('S1', 'issueCertificate', {}, settlement);
  office.do('S1', 'issueNote', { reason: 'cracked', basis: 'opinion form' }, settlement);
  office.do('VGM', 'approveNote', {}, settlement);
  office.do('M1', 'signCertificate', {}, settlement);
  office.do('VGM', 'signCertificate', {}, settlement);
  office.do('S1', 'sealCertificate', { customerSeal: 'seal-1' }, settlement);
  office.clock('10-16T14:00').do('K1', 'count', { actual }, settlement);
  office.do('S1', 'attachProof', { returnProof: 'sealedCopy', discountProof: 'discountCertificate', proof: 'proof-1' }, settlement);
  return { ...story, settlement };
}
