import { access, copyFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { removeFolder, root, scratchFolder } from '../fixtures/workspace.ts';
import { withClient } from './mongo/client.ts';
import { withConnection } from './nats/connection.ts';
import { startServers } from './start-servers.ts';
import type { ServerSet, StartOptions } from './server-set.ts';
import { commandLineOf, isAlive } from './supervise/processes.ts';

const services = ['gateway', 'intake'];

describe('starting both servers', () => {
  let dataDir: string;
  let sets: ServerSet[];
  const start = async (more: Partial<StartOptions> = {}): Promise<ServerSet> => {
    const set = await startServers({ root, dataDir, services, ...more });
    sets.push(set);
    return set;
  };
  const write = (set: ServerSet): Promise<unknown> => withClient(set.mongo.urlFor('intake'), {}, (client) => client.db().collection('calls').insertOne({}));
  const count = (set: ServerSet): Promise<number> => withClient(set.mongo.urlFor('intake'), {}, (client) => client.db().collection('calls').countDocuments());

  beforeEach(async () => {
    dataDir = await scratchFolder();
    sets = [];
  });
  afterEach(async () => {
    await Promise.all(sets.map((set) => set.stop()));
    await removeFolder(dataDir);
  });

  it('says what was chosen and why', async () => {
    const lines: string[] = [];
    await start({ log: (line) => lines.push(line) });
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^MongoDB: MongoDB \d/), expect.stringMatching(/^nats-server: nats-server \d/)]));
  });

  it('creates the stream and one consumer per service and partition, with the settings of the event path', async () => {
    const set = await start();
    await withConnection(set.nats.url, set.nats.adminCredentials, async (admin) => {
      const manager = await jetstreamManager(admin, { checkAPI: false });
      expect((await manager.streams.info('EVENTS')).config).toMatchObject({ subjects: ['evt.>'], storage: 'file', discard: 'new', allow_direct: true, num_replicas: 1 });
      const consumers = await manager.consumers.list('EVENTS').next();
      expect(consumers).toHaveLength(16);
      expect(consumers.find(({ name }) => name === 'intake-5')?.config).toMatchObject({
        filter_subject: 'evt.*.5.>',
        ack_policy: 'explicit',
        max_deliver: -1,
        max_ack_pending: 256,
        deliver_policy: 'all',
      });
    });
  });

  it('gives a service its variables and nobody an identity that was not asked for', async () => {
    const set = await start();
    expect(set.environmentFor('intake')).toEqual({
      HUIYIN_SERVICE: 'intake',
      HUIYIN_MONGO_URL: set.mongo.urlFor('intake'),
      HUIYIN_NATS_URL: set.nats.url,
      HUIYIN_NATS_SEED: expect.stringMatching(/^SU/),
      HUIYIN_NATS_INBOX: '_INBOX_intake',
    });
    expect(() => set.environmentFor('dispatch')).toThrow('no identity was created for the service dispatch');
  });

  it('keeps the secrets readable for their owner only', async () => {
    await start();
    for (const file of ['credentials.json', 'mongo/key-file', 'nats/nats.conf']) expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600);
  });

  it('finds its data again at the second start, and a service that is new gets in', async () => {
    const first = await start();
    await write(first);
    await first.stop();
    const second = await start({ services: [...services, 'dispatch'] });
    expect(await count(second)).toBe(1);
    expect(second.mongo.urlFor('dispatch')).toContain('huiyin_dispatch');
    await withConnection(second.nats.url, second.nats.credentialsFor('dispatch'), async () => undefined);
  });

  it('starts anew, with new secrets, when told to', async () => {
    const first = await start();
    await write(first);
    await first.stop();
    const before = await readFile(join(dataDir, 'credentials.json'), 'utf8');
    const second = await start({ fresh: true });
    expect(await count(second)).toBe(0);
    expect(await readFile(join(dataDir, 'credentials.json'), 'utf8')).not.toBe(before);
  });

  it('refuses a folder that is in use and leaves its servers running', async () => {
    const first = await start();
    await expect(start({ fresh: true })).rejects.toThrow(/is in use by process/);
    expect(await count(first)).toBe(0);
  });

  it('stops both servers and nothing else, and stopping twice is fine', async () => {
    const first = await start();
    const other = await start({ dataDir: undefined, ephemeral: true });
    await Promise.all([first.stop(), first.stop()]);
    expect([first.mongo.pid, first.nats.pid].map((pid) => isAlive(pid ?? 0))).toEqual([false, false]);
    expect([other.mongo.pid, other.nats.pid].map((pid) => isAlive(pid ?? 0))).toEqual([true, true]);
  });

  it('says which server was lost when one ends by itself', async () => {
    const set = await start();
    process.kill(set.mongo.pid ?? 0, 'SIGKILL');
    expect(await set.lost).toBe(`the server process ${set.mongo.pid} ended by itself (SIGKILL): read its server.log`);
  });

  it('works on servers that somebody else runs with our identities, and does not stop them', async () => {
    const theirs = await start();
    const given = await scratchFolder();
    await copyFile(join(dataDir, 'credentials.json'), join(given, 'credentials.json'));
    const ours = await start({ mongoUrl: theirs.mongo.adminUrl, natsUrl: theirs.nats.url, natsMonitorUrl: theirs.nats.monitorUrl, dataDir: given });
    expect([ours.mongo.chosen, ours.nats.chosen]).toEqual(['MongoDB at the given URL', 'nats-server at the given URL']);
    await write(ours);
    await ours.stop();
    expect(await count(theirs)).toBe(1);
    await removeFolder(given);
  });

  it('stops the one that came up when the other does not', async () => {
    const fake = await start({ natsUrl: 'nats://127.0.0.1:1', natsMonitorUrl: 'http://127.0.0.1:1' }).catch((error: Error) => error);
    expect(fake).toMatchObject({ message: expect.stringContaining('cannot be read back') });
    const again = await start();
    expect(await count(again)).toBe(0);
  });

  it('removes an ephemeral folder with its servers', async () => {
    const set = await start({ dataDir: undefined, ephemeral: true, name: 'gone' });
    const pid = set.mongo.pid ?? 0;
    const folder = /--dbpath (\S+)\/mongo\/db/.exec(await commandLineOf(pid))?.[1] ?? '';
    await access(folder);
    await set.stop();
    await expect(access(folder)).rejects.toThrow();
  });
});
