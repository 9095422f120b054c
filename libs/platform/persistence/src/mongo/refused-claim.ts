import mongoose from 'mongoose';
import type { CommitResult } from '../matter-store.port.ts';
import { withoutTenant } from '../tenant-key.ts';

const DUPLICATE_KEY = 11000;

/** What a duplicate key error says about a commit; undefined for any other error. */
export function refusedClaim(error: unknown, tenant: string): CommitResult | undefined {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return undefined;
  const claimed: unknown = (error['keyValue'] as { keys?: unknown } | undefined)?.keys;
  return typeof claimed === 'string' ? { result: 'taken', key: withoutTenant(tenant, claimed) } : { result: 'conflict' };
}

export const isDuplicateKey = (error: unknown): boolean => error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY;
