/** Core kinds of services whose core is not here yet: a pack may link to them and open them. */
export const kindsToCome: Readonly<Record<string, readonly string[]>> = {
  intake: ['unit', 'product', 'contract', 'enquiry', 'suggestion', 'need', 'customerProject', 'booking', 'salesVisit', 'reception', 'archiveFile'],
  dispatch: ['technician', 'agent', 'visit', 'takeBack', 'trip', 'caseMoney', 'contractorJob', 'directive', 'shift', 'absence'],
  complaints: ['complaint', 'correctiveAction', 'settlement', 'expediteOrder', 'investigationOrder'],
  'callback-and-survey': ['callback', 'callbackPlan', 'followUp', 'questionnaire', 'campaign'],
  'parts-inventory': ['part', 'location', 'requisition', 'purchase', 'receipt', 'count', 'replacedPart', 'supplierClaim', 'loaner', 'tool', 'libraryItem', 'batch'],
  'performance-scoring': ['scoreEntry', 'incident', 'duty', 'report', 'payout', 'appeal', 'period', 'training'],
  gateway: ['publication', 'document'],
};

/** The service that will host a core kind; undefined: it is none. */
export function serviceToCome(kind: string): string | undefined {
  return Object.entries(kindsToCome).find(([, kinds]) => kinds.includes(kind))?.[0];
}
