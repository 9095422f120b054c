import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { mongodBinary, natsBinary } from '../../fixtures/binaries.ts';
import { startAndAwait } from '../../fixtures/start-and-await.ts';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { MONGO_ADMIN } from '../credentials/credentials.ts';
import { direct, withClient } from '../mongo/client.ts';
import { withConnection } from '../nats/connection.ts';
import type { Child } from '../supervise/child.ts';
import { freePort } from '../supervise/free-port.ts';
import { provisionContainers } from './provision-containers.ts';
import { writeContainerCredentials } from './write-credentials.ts';

const services = ['gateway', 'intake'];

describe('what the one-shot containers do', () => {
  let directory: string;
  const children: Child[] = [];
  beforeEach(async () => {
    directory = await scratchFolder();
  });
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => child.stop()));
    await removeFolder(directory);
  });

  const mongod = async (port: number, ...more: string[]): Promise<Child> => {
    const data = join(directory, 'db');
    await mkdir(data, { recursive: true });
    const args = ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket', ...more];
    const child = await startAndAwait({ command: await mongodBinary(), args, logFile: join(directory, 'mongod.log') }, port);
    children.push(child);
    return child;
  };

  it('credentials: the same at every run, and each file for its reader only', async () => {
    const addresses = { mongo: 'mongo:27017', nats: 'nats:4222' };
    await writeContainerCredentials(directory, services, addresses);
    const text = await readFile(join(directory, 'intake', 'environment'), 'utf8');
    await writeContainerCredentials(directory, services, addresses);
    expect(await readFile(join(directory, 'intake', 'environment'), 'utf8')).toBe(text);
    expect(parseEnv(text)).toMatchObject({ HUIYIN_SERVICE: 'intake', HUIYIN_NATS_URL: 'nats://nats:4222', HUIYIN_NATS_INBOX: '_INBOX_intake' });
    for (const file of ['intake/environment', 'mongo/key-file', 'mongo/administrator-password']) {
      expect((await stat(join(directory, file))).mode & 0o777).toBe(0o400);
    }
    expect(await readFile(join(directory, 'nats', 'nats.conf'), 'utf8')).not.toMatch(/\bS[UA][A-Z2-7]{56}/);
  });

  it('provision: on servers as the official images start them, every service gets in with its environment file', async () => {
    const [mongoPort, natsPort, monitorPort] = [await freePort(), await freePort(), await freePort()];
    const addresses = { mongo: `127.0.0.1:${mongoPort}`, nats: `127.0.0.1:${natsPort}` };
    await writeContainerCredentials(directory, services, addresses);

    // The image's entrypoint: a temporary mongod without set and key file creates the administrator.
    const temporary = await mongod(mongoPort);
    const password = await readFile(join(directory, 'mongo', 'administrator-password'), 'utf8');
    await withClient(`mongodb://${addresses.mongo}/`, direct, (client) => client.db('admin').command({ createUser: MONGO_ADMIN, pwd: password, roles: ['root'] }));
    await temporary.stop();
    await mongod(mongoPort, '--replSet', 'huiyin', '--keyFile', join(directory, 'mongo', 'key-file'));

    const configuration = (await readFile(join(directory, 'nats', 'nats.conf'), 'utf8'))
      .replace('0.0.0.0:4222', addresses.nats)
      .replace('0.0.0.0:8222', `127.0.0.1:${monitorPort}`)
      .replace('"/data"', JSON.stringify(join(directory, 'js')));
    const file = join(directory, 'moved.conf');
    await writeFile(file, configuration);
    children.push(await startAndAwait({ command: await natsBinary(), args: ['-c', file], logFile: join(directory, 'nats.log') }, natsPort, monitorPort));

    for (const _run of [1, 2]) await provisionContainers(directory, services, { ...addresses, monitorUrl: `http://127.0.0.1:${monitorPort}` });

    const own = parseEnv(await readFile(join(directory, 'intake', 'environment'), 'utf8')) as Record<string, string>;
    await withClient(own['HUIYIN_MONGO_URL'] ?? '', {}, (client) => client.db().collection('calls').insertOne({}));
    const identity = { seed: own['HUIYIN_NATS_SEED'] ?? '', inboxPrefix: own['HUIYIN_NATS_INBOX'] ?? '' };
    await withConnection(own['HUIYIN_NATS_URL'] ?? '', identity, async (connection) => {
      await connection.request('$JS.API.CONSUMER.INFO.EVENTS.intake-0', '', { timeout: 2000 });
    });
  }, 60_000);
});
