import type { mongo } from 'mongoose';
import type { CopyDocument, DeadLetterDocument, LeaseDocument, LogDocument, MatterDocument, RelayMarkDocument } from './documents.ts';

export interface Collections {
  readonly matters: mongo.Collection<MatterDocument>;
  readonly log: mongo.Collection<LogDocument>;
  readonly copies: mongo.Collection<CopyDocument>;
  readonly deadLetters: mongo.Collection<DeadLetterDocument>;
  readonly leases: mongo.Collection<LeaseDocument>;
  readonly relayMarks: mongo.Collection<RelayMarkDocument>;
}

/** What a command stores survives a crash of every server but one. */
export const JOURNALED = { w: 'majority', j: true } as const;
/**
 * For writes that repeat harmlessly (log, acknowledgements, clearing): the journal keeps their order, so a crash that
 * loses one of them also loses every later one, and the events are still pending in their journaled matter.
 */
export const REPEATABLE = { w: 1, j: false } as const;

export function collectionsOf(database: mongo.Db): Collections {
  const options = { ignoreUndefined: true, readConcern: { level: 'local' } } as const;
  return {
    matters: database.collection<MatterDocument>('matters', options),
    log: database.collection<LogDocument>('event_log', options),
    copies: database.collection<CopyDocument>('copies', options),
    deadLetters: database.collection<DeadLetterDocument>('dead_letters', options),
    leases: database.collection<LeaseDocument>('leases', options),
    relayMarks: database.collection<RelayMarkDocument>('relay_marks', options),
  };
}
