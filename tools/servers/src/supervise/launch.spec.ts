import { fakeBinary, removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { launch, type LaunchOrder } from './launch.ts';
import { isAlive } from './processes.ts';
import { writeRunRecord } from './run-record.ts';

const LISTENING = 'exec node -e "require(\'net\').createServer().listen(Number(process.argv[1]), \'127.0.0.1\')" -- "$1" "$2"';

describe('launching a server', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await scratchFolder();
  });
  afterEach(() => removeFolder(folder));

  const order = async (script: string, more: Partial<LaunchOrder> = {}): Promise<LaunchOrder> => ({
    name: 'server',
    command: await fakeBinary(folder, 'server', script),
    folder,
    portCount: 1,
    prepare: async (ports) => [String(ports[0]), folder],
    isPortTaken: ({ code }) => code === 48,
    explain: ({ code }) => (code === 100 ? 'the folder is open elsewhere' : undefined),
    ...more,
  });

  it('answers when its port takes connections, and stops it again', async () => {
    const { child } = await launch(await order(LISTENING));
    expect(isAlive(child.pid)).toBe(true);
    await child.stop();
    expect(isAlive(child.pid)).toBe(false);
  });

  it('tries another port when one was taken in between (exit 48)', async () => {
    const once = `[ -e ${folder}/tried ] || { touch ${folder}/tried; exit 48; }\n${LISTENING}`;
    const { child, ports } = await launch(await order(once));
    expect(ports[0]).toBeGreaterThan(0);
    await child.stop();
  });

  it('gives up after four ports', async () => {
    await expect(launch(await order('exit 48'))).rejects.toThrow('server ended at start (exit 48): read');
  });

  it('explains a known way of ending', async () => {
    await expect(launch(await order('exit 100'))).rejects.toThrow('the folder is open elsewhere');
  });

  it('says that a binary cannot be started at all', async () => {
    await expect(launch({ ...(await order('exit 0')), command: `${folder}/nothing` })).rejects.toThrow(/nothing did not start: .*ENOENT/);
  });

  it('leaves a server alone whose supervisor is alive, and says who that is', async () => {
    const { child } = await launch(await order(LISTENING));
    await expect(launch(await order(LISTENING))).rejects.toThrow(`is in use by process ${process.pid}, which supervises the server ${child.pid}`);
    expect(isAlive(child.pid)).toBe(true);
    await child.stop();
  });

  it('ends a server of its folder whose supervisor is gone, then starts', async () => {
    const orphan = await launch(await order(LISTENING));
    await writeRunRecord(folder, { supervisor: 2 ** 22 + 1, server: orphan.child.pid, ports: orphan.ports });
    const { child } = await launch(await order(LISTENING));
    expect(isAlive(orphan.child.pid)).toBe(false);
    await child.stop();
  });

  it('leaves a stranger alone that got the process number of a server of an earlier run', async () => {
    await writeRunRecord(folder, { supervisor: 2 ** 22 + 1, server: process.pid, ports: [] });
    const { child } = await launch(await order(LISTENING));
    await child.stop();
  });
});
