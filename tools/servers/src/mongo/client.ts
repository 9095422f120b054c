import mongoose from 'mongoose';

export type Client = InstanceType<typeof mongoose.mongo.MongoClient>;
type ClientOptions = ConstructorParameters<typeof mongoose.mongo.MongoClient>[1];

/** Runs with a client that is closed at the end, however it ends. */
export async function withClient<T>(url: string, options: ClientOptions, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(url, options);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

/** Talks to this one server whatever its replica set says. */
export const direct = { directConnection: true, serverSelectionTimeoutMS: 5000 } as const;

export const codeOf = (error: unknown): number | undefined => (error as { code?: number }).code;
