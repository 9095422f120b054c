export type InboxStep = 'drop' | 'apply' | 'fetch';

/**
 * What to do with the event `seq` of an aggregate of which everything up to `applied` (0: nothing) has been applied:
 * had before → drop, the next one → apply, a gap before it → fetch what is missing from the producer's log.
 */
export function nextInboxStep(applied: number, seq: number): InboxStep {
  if (seq <= applied) return 'drop';
  return seq === applied + 1 ? 'apply' : 'fetch';
}
