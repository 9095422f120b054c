import { OwnerOffice } from './owner-office.ts';

/** Complaint TS202604-0002 of the card, as it stands at a row: A was treated rudely by T1. */
export interface OwnerStory {
  readonly office: OwnerOffice;
  readonly rude: string;
}

/** Rows 1 to 3: J's gate solved on the spot; A's complaint comes through E1, is registered, passed on by phone and judged valid. */
export function rudenessJudged(): OwnerStory {
  const office = new OwnerOffice().clock('04-03T09:00');
  office.act('E1', 'complaint', 'settleOnSpot', { customer: 'J', content: 'gate blocked', told: ['CS1', 'DH2'], endedBy: 'rework' });
  office.clock('04-03T16:00');
  const rude = office.act('E1', 'complaint', 'report', { customer: 'A', content: 'T1 was rude' });
  office.do('E1', 'tellSuperior', rude);
  office.do('CS1', 'register', rude, { phone: '13800000000', via: 'staff', departments: ['engineering'] });
  office.clock('04-03T16:20').do('CS1', 'passOn', rude, { how: 'phone', passedTo: ['DH1'] });
  office.clock('04-03T16:50').do('CS1', 'contact', rude, { contacted: ['T1'] });
  office.clock('04-03T17:00').do('CS1', 'judge', rude, { ground: 'attitude' });
  return { office, rude };
}

/** Row 6: analysed, the action set by T1 and due 04-20, the form at the office, the inquiry on it. */
export function rudenessInquired(): OwnerStory {
  const story = rudenessJudged();
  const { office, rude } = story;
  office.clock('04-06T20:00').do('DH1', 'takeUp', rude);
  office.do('CS1', 'analyse', rude, { cause: 'temper', responsible: ['T1'] });
  office.do('T1', 'setAction', rude, { action: 'training', actionDue: '2026-04-20' });
  office.do('CS1', 'sendToOffice', rude);
  office.do('PO1', 'recordInquiry', rude, { inquiry: 'T1 was rude' });
  return story;
}

/** Row 7: confirmed, penalised, told, ended by a fee waived. */
export function rudenessSettled(): OwnerStory {
  const story = rudenessInquired();
  const { office, rude } = story;
  office.clock('04-07T09:00').do('T1', 'confirm', rude);
  office.do('DH1', 'penalise', rude);
  office.do('CS1', 'answer', rude, { result: 'apology and fee waived' });
  office.do('CS1', 'settle', rude, { endedBy: 'concession' });
  return story;
}

/** Row 14: the action is done late, found to work, proposed for the quality system; then the complaint is closed. */
export function rudenessClosed(): OwnerStory {
  const story = rudenessSettled();
  const { office, rude } = story;
  office.clock('04-22T10:00').do('T1', 'finishAction', rude);
  office.do('CS1', 'verifyAction', rude, { effective: true });
  office.clock('04-23T10:00').do('CSM1', 'proposeToSystem', rude);
  office.do('CS1', 'close', rude);
  return story;
}
