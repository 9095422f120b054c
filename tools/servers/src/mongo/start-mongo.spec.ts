import { createServer } from 'node:net';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mongodBinary } from '../../fixtures/binaries.ts';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import type { Credentials } from '../credentials/credentials.ts';
import { completeCredentials } from '../credentials/generate.ts';
import { adminUrl, serviceUrl } from './address.ts';
import { withClient, type Client } from './client.ts';
import { readMongoSettings } from './read-back.ts';
import { startMongo, type StartedMongo } from './start-mongo.ts';

interface Note {
  readonly _id: number | string;
}
type Notes = ReturnType<typeof notesOf>;
const notesOf = (client: Client) => client.db().collection<Note>('notes');

const services = ['intake'];

describe('a mongod of our own', () => {
  let folder: string;
  let credentials: Credentials;
  let mongo: StartedMongo | undefined;
  const start = async (): Promise<StartedMongo> => {
    mongo = await startMongo({ binary: await mongodBinary(), folder, credentials, services });
    return mongo;
  };
  const notes = <T>(started: StartedMongo, use: (collection: Notes) => Promise<T>): Promise<T> =>
    withClient(serviceUrl(started.address, 'intake', credentials.mongo['intake'] ?? ''), {}, (client) => use(notesOf(client)));

  beforeEach(async () => {
    folder = await scratchFolder();
    credentials = completeCredentials({}, services);
  });
  afterEach(async () => {
    await mongo?.child.stop();
    await removeFolder(folder);
  });

  it('is a journaling replica set of one that refuses strangers, read back from the running server', async () => {
    const { address } = await start();
    const settings = await withClient(adminUrl(address, credentials.mongoAdmin), {}, (client) => readMongoSettings(client, address));
    expect(settings).toEqual({ version: expect.stringMatching(/^\d+\./), replicaSet: 'huiyin', authorization: true, journaling: true, majorityJournals: true });
  });

  it('finds every acknowledged write again after kill -9', async () => {
    const first = await start();
    await notes(first, async (collection) => {
      for (let number = 0; number < 200; number += 1) await collection.insertOne({ _id: number });
    });
    process.kill(first.child.pid, 'SIGKILL');
    await first.child.exited;

    const second = await start();
    expect(await notes(second, (collection) => collection.countDocuments())).toBe(200);
    await notes(second, (collection) => collection.insertOne({ _id: 200 }));
  });

  it('keeps its port from start to start while it is free', async () => {
    const first = await start();
    await first.child.stop();
    expect((await start()).address).toEqual(first.address);
  });

  it('moves its replica set to another port when the old one is taken', async () => {
    const first = await start();
    await notes(first, (collection) => collection.insertOne({ _id: 'kept' }));
    await first.child.stop();
    const squatter = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => squatter.listen(Number(first.address.hosts.split(':')[1]), '127.0.0.1', resolve));

    const second = await start();
    squatter.close();
    expect(second.address.hosts).not.toBe(first.address.hosts);
    expect(await notes(second, (collection) => collection.findOne())).toEqual({ _id: 'kept' });
    await notes(second, (collection) => collection.insertOne({ _id: 'written there' }));
  });

  it('refuses a data folder that another mongod has open (exit 100)', async () => {
    const first = await start();
    await rm(join(folder, 'run.json'));
    await expect(startMongo({ binary: await mongodBinary(), folder, credentials, services })).rejects.toThrow(/another mongod has .* open: stop it, or choose another name/);
    expect(first.child.hasExited()).toBe(false);
  });

  it('begins anew where a first start did not get to its end', async () => {
    const first = await start();
    await first.child.stop();
    await rm(join(folder, 'founded'));
    const second = await start();
    expect(await notes(second, (collection) => collection.countDocuments())).toBe(0);
  });
});
