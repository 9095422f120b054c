import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mongodBinary } from '../../fixtures/binaries.ts';
import { startAndAwait } from '../../fixtures/start-and-await.ts';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { completeCredentials } from '../credentials/generate.ts';
import { freePort } from '../supervise/free-port.ts';
import { useGivenMongo } from './given-mongo.ts';
import { assertMongoSettings, type MongoSettings } from './read-back.ts';

const good: MongoSettings = { version: '6.0.5', replicaSet: 'huiyin', authorization: true, journaling: true, majorityJournals: true };

describe('settings of a MongoDB', () => {
  it('pass when all are in force', () => {
    expect(() => assertMongoSettings(good)).not.toThrow();
  });

  it.each<[string, Partial<MongoSettings>, string]>([
    ['too old', { version: '5.0.30' }, 'it is MongoDB 5.0.30: upgrade it to 6.0 or newer'],
    ['no replica set', { replicaSet: undefined }, 'it is no replica set: start it with --replSet and run rs.initiate()'],
    ['open to strangers', { authorization: false }, 'it answers strangers: start it with --auth'],
    ['without a journal', { journaling: false }, 'it keeps no journal: remove storage.journal.enabled: false'],
    ['acknowledging before the journal', { majorityJournals: false }, 'set writeConcernMajorityJournalDefault: true with rs.reconfig()'],
  ])('are refused with the remedy: %s', (_what, change, remedy) => {
    expect(() => assertMongoSettings({ ...good, ...change })).toThrow(remedy);
  });

  it('are refused of a real server without authorization and replica set, both in one sentence', async () => {
    const folder = await scratchFolder();
    const data = join(folder, 'db');
    await mkdir(data);
    const port = await freePort();
    const args = ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
    const child = await startAndAwait({ command: await mongodBinary(), args, logFile: join(folder, 'log') }, port);
    try {
      await expect(useGivenMongo(`mongodb://127.0.0.1:${port}`, completeCredentials({}, []), [])).rejects.toThrow(
        /^This MongoDB cannot be used: it is no replica set.*; it answers strangers.*\.$/,
      );
    } finally {
      await child.stop();
      await removeFolder(folder);
    }
  });
});
