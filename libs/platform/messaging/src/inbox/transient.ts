import { TransientFault } from '../ports.ts';

/** Faults of the road to a server, by the names that the drivers of MongoDB and NATS give them. */
const TRANSIENT_NAMES = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoWaitQueueTimeoutError',
  'MongoWriteConcernError',
  'PoolClearedOnNetworkError',
  'TimeoutError',
  'RequestError',
  'NoResponders',
  'NoRespondersError',
  'ConnectionError',
  'ClosedConnectionError',
  'DrainingConnectionError',
  'JetStreamNotEnabled',
  'RpcUnavailable',
]);

/** Whether the same work can succeed later without anybody doing anything: such faults are retried for ever. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof TransientFault || TRANSIENT_NAMES.has(error.name)) return true;
  const labelled = error as { hasErrorLabel?: (label: string) => boolean };
  if (['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'].some((label) => labelled.hasErrorLabel?.(label) === true)) return true;
  return error.cause !== undefined && isTransient(error.cause);
}
