import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { natsBinary } from '../../fixtures/binaries.ts';
import { startAndAwait } from '../../fixtures/start-and-await.ts';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { completeCredentials } from '../credentials/generate.ts';
import type { Child } from '../supervise/child.ts';
import { freePort } from '../supervise/free-port.ts';
import { natsAccounts } from './configuration.ts';
import { useGivenNats } from './given-nats.ts';
import { assertNatsSettings } from './read-back.ts';

describe('settings of a nats-server that somebody else runs', () => {
  const credentials = completeCredentials({}, ['intake']);
  let folder: string;
  let child: Child | undefined;
  beforeEach(async () => {
    folder = await scratchFolder();
  });
  afterEach(async () => {
    await child?.stop();
    await removeFolder(folder);
  });

  const use = async (...configuration: string[]): Promise<unknown> => {
    const [port, monitorPort] = [await freePort(), await freePort()];
    const file = join(folder, 'nats.conf');
    await writeFile(file, [`listen: "127.0.0.1:${port}"`, `http: "127.0.0.1:${monitorPort}"`, ...configuration].join('\n'));
    child = await startAndAwait({ command: await natsBinary(), args: ['-c', file], logFile: join(folder, 'log') }, port, monitorPort);
    return useGivenNats(`nats://127.0.0.1:${port}`, `http://127.0.0.1:${monitorPort}`, credentials);
  };
  const store = (): string => `store_dir: ${JSON.stringify(join(folder, 'js'))}`;

  it('are taken when all are in force', async () => {
    await expect(use(`jetstream { ${store()}, sync_interval: always }`, natsAccounts(credentials, ['intake']))).resolves.toMatchObject({ url: expect.any(String) });
  });

  it('are refused without JetStream, with the remedy', async () => {
    await expect(use()).rejects.toThrow('JetStream is off: add "jetstream { store_dir: … }" to its configuration');
  });

  it('are refused when it acknowledges before the disk has the message, with the remedy', async () => {
    await expect(use(`jetstream { ${store()} }`)).rejects.toThrow('add "sync_interval: always" to its jetstream block');
  });

  it('are refused when it lets strangers in, with the remedy', async () => {
    await expect(use(`jetstream { ${store()}, sync_interval: always }`)).rejects.toThrow('it lets strangers in: add the accounts');
  });

  it('are refused when it does not know our identities, with the remedy', async () => {
    const others = natsAccounts(completeCredentials({}, ['intake']), ['intake']);
    await expect(use(`jetstream { ${store()}, sync_interval: always }`, others)).rejects.toThrow(/does not know our identities .* nats-accounts/);
  });

  it('are refused when it is too old, with the remedy', () => {
    const settings = { serverName: 'old', version: '2.9.10', jetStream: true, syncAlways: true, authorization: true };
    expect(() => assertNatsSettings(settings)).toThrow('it is version 2.9.10: upgrade it to 2.10 or newer');
  });

  it('are refused when they cannot be read, with the remedy', async () => {
    const silent = `http://127.0.0.1:${await freePort()}`;
    await expect(useGivenNats('nats://127.0.0.1:1', silent, credentials)).rejects.toThrow(/cannot be read back: .* set HUIYIN_SERVERS_NATS_MONITOR_URL/);
  });
});
