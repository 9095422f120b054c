import mongoose from 'mongoose';

const DUPLICATE_KEY = 11000;

/** Whether an unordered bulk insert failed for nothing but rows that were there already. */
export function onlyDuplicates(error: unknown): boolean {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return false;
  const writes = [error.writeErrors].flat();
  return writes.length > 0 && writes.every((write) => write.code === DUPLICATE_KEY) && !error.result.getWriteConcernError();
}
