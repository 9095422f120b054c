import mongoose from 'mongoose';
import type { Connection, mongo } from 'mongoose';

/**
 * Opens a service's own database.
 * @param url the service's address with its credentials and database
 * @throws when no server answers within `waitMs`
 */
export async function connectDatabase(url: string, waitMs = 10_000): Promise<Connection> {
  return mongoose.createConnection(url, { ignoreUndefined: true, serverSelectionTimeoutMS: waitMs, autoIndex: false, autoCreate: false, retryWrites: true }).asPromise();
}

/** The driver's database of an open connection. */
export function databaseOf(connection: Connection): mongo.Db {
  if (!connection.db) throw new Error('The connection to the database is not open');
  return connection.db;
}
