import type { mongo } from 'mongoose';
import type { CommitResult, GuardedWrite } from '../matter-store.port.ts';
import { JOURNALED } from './collections.ts';
import type { MatterDocument } from './documents.ts';
import { insertOf, updateOf } from './matter-writes.ts';
import { refusedClaim } from './refused-claim.ts';

/**
 * Several guarded writes in one transaction. Keys are taken off first, so that two matters can change places. What another
 * transaction writes meanwhile makes the driver try again; then the guard decides.
 */
export async function storeTogether(matters: mongo.Collection<MatterDocument>, tenant: string, writes: readonly GuardedWrite[]): Promise<CommitResult> {
  const known = writes.filter(({ expectedVersion }) => expectedVersion !== undefined);
  const guarded = ({ stored, expectedVersion }: GuardedWrite): mongo.Filter<MatterDocument> => ({ _id: { $eq: stored.id }, tenant, version: expectedVersion });
  try {
    return await matters.db.client.withSession((session) =>
      session.withTransaction<CommitResult>(
        async () => {
          const conflict = async (): Promise<CommitResult> => {
            await session.abortTransaction();
            return { result: 'conflict' };
          };
          for (const write of known) if ((await matters.updateOne(guarded(write), { $unset: { keys: '' } }, { session })).matchedCount !== 1) return conflict();
          for (const write of writes) {
            if (write.expectedVersion === undefined) await matters.insertOne(insertOf(write.stored), { session });
            else if ((await matters.updateOne(guarded(write), updateOf(write.stored, write.stored.pending), { session })).matchedCount !== 1) return conflict();
          }
          return { result: 'stored' };
        },
        { readConcern: { level: 'snapshot' }, writeConcern: JOURNALED },
      ),
    );
  } catch (error) {
    const refused = refusedClaim(error, tenant);
    if (refused) return refused;
    throw error;
  }
}
