import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { removeFolder, root, scratchFolder } from '../../fixtures/workspace.ts';
import { startServers } from '../start-servers.ts';
import { commandLineOf, isAlive } from './processes.ts';

const supervisor = fileURLToPath(new URL('../../fixtures/supervisor.ts', import.meta.url));
const main = fileURLToPath(new URL('../main.ts', import.meta.url));

describe('servers whose supervisor ends', () => {
  let dataDir: string;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    dataDir = await scratchFolder();
  });
  afterEach(async () => {
    children.splice(0).forEach((child) => child.kill('SIGKILL'));
    await removeFolder(dataDir);
  });

  const run = async (file: string, ...args: string[]): Promise<{ child: ChildProcess; output: () => string }> => {
    const child = spawn(process.execPath, ['--conditions=@huiyin/source', '--no-warnings', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    return { child, output: () => output };
  };
  const until = async (condition: () => boolean, patienceMs = 25_000): Promise<void> => {
    for (const end = Date.now() + patienceMs; !condition(); await pause(25)) if (Date.now() > end) throw new Error('it did not come about in time');
  };
  const supervised = async (options: object): Promise<{ child: ChildProcess; pids: number[] }> => {
    const { child, output } = await run(supervisor, JSON.stringify({ root, services: ['intake'], ...options }));
    await until(() => output().endsWith('\n'));
    const { mongo, nats } = JSON.parse(output());
    return { child, pids: [mongo, nats] };
  };

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('end cleanly after %s of the supervisor, and the next start finds the folder free', async (signal) => {
    const { child, pids } = await supervised({ dataDir });
    expect(pids.map(isAlive)).toEqual([true, true]);
    child.kill(signal);
    const set = await startServers({ root, dataDir, services: ['intake'] });
    expect(pids.map(isAlive)).toEqual([false, false]);
    await set.stop();
  });

  it('end, and their ephemeral data too, after SIGKILL of the supervisor', async () => {
    const { child, pids } = await supervised({ ephemeral: true, name: 'orphaned' });
    const folder = /--dbpath (\S+)\/mongo\/db/.exec(await commandLineOf(pids[0] ?? 0))?.[1] ?? '';
    expect(existsSync(folder)).toBe(true);
    child.kill('SIGKILL');
    await until(() => !existsSync(folder));
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('end when their watchdog is killed, and the supervisor is told', async () => {
    const set = await startServers({ root, dataDir, services: ['intake'] });
    const watchdog = Number(/\(.*\) \S (\d+)/.exec(await readFile(`/proc/${set.nats.pid}/stat`, 'utf8'))?.[1]);
    process.kill(watchdog, 'SIGKILL');
    expect(await set.lost).toContain(`the server process ${set.nats.pid} ended by itself`);
    await until(() => !isAlive(set.nats.pid ?? 0));
    await set.stop();
  });

  it('are stopped by Ctrl-C on the command line, and those of another run are not', async () => {
    const { pids: others } = await supervised({ dataDir });
    const name = 'ctrl-c-spec';
    const { child, output } = await run(main, '--name', name, '--services', 'intake', '--fresh');
    await until(() => output().includes('Ctrl-C stops them'));
    const own = [...output().matchAll(/\(process (\d+)\)/g)].map((match) => Number(match[1]));
    expect(own.map(isAlive)).toEqual([true, true]);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect([code, output().trimEnd().endsWith('stopped.')]).toEqual([0, true]);
    expect(own.map(isAlive)).toEqual([false, false]);
    expect(others.map(isAlive)).toEqual([true, true]);
    await removeFolder(join(root, '.huiyin', 'data', name));
  });
});
