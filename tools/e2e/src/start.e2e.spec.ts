import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { root } from './use-system.ts';

const run = promisify(execFile);
const LONG_MS = 180_000;
const NAME = 'e2e-start';

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** `npm start` without its installation and build, on data of its own. */
async function start(...more: string[]): Promise<Started> {
  const child = spawn(process.execPath, [join(root, 'tools', 'up', 'dist', 'main.js'), '--name', NAME, ...more], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  for (let waited = 0; !text.includes('Ctrl-C'); waited += 100) {
    if (child.exitCode !== null || waited > 120_000) throw new Error(`it did not start:\n${text}`);
    await pause(100);
  }
  return { child, output: () => text, ended };
}

/** Servers of this data set, and services that this start named, that are still there. */
async function leftOver(output: string): Promise<string[]> {
  const services = new Set([...output.matchAll(/\(process (\d+)\)/g)].map((match) => match[1]));
  const { stdout } = await run('ps', ['-eo', 'pid,args']);
  return stdout.split('\n').filter((line) => (line.includes(`/${NAME}/`) || services.has(line.trim().split(' ')[0])) && !line.includes('ps -eo'));
}

async function goneWithin(ms: number, output: string): Promise<string[]> {
  for (let waited = 0; waited < ms; waited += 250) {
    const left = await leftOver(output);
    if (left.length === 0) return [];
    await pause(250);
  }
  return leftOver(output);
}

/** The commands of the story as a newcomer copies them. */
function commandsOf(story: string): string[] {
  const lines = story.slice(story.indexOf('  1  ')).split('\n').map((line) => line.trim());
  return lines
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.startsWith('curl') || line.startsWith('ORDER='));
}

describe('npm start', () => {
  afterAll(async () => {
    await rm(join(root, '.huiyin', 'data', NAME), { recursive: true, force: true });
    await rm(join(root, '.huiyin', 'data', `${NAME}.demo.json`), { force: true });
  });

  it('runs a demo whose four commands work, ends on Ctrl-C with nothing left, finds its data again, and starts after kill -9', async () => {
    const first = await start('--fresh');
    const commands = commandsOf(first.output());
    expect(commands).toHaveLength(5);
    const { stdout } = await run('bash', ['-c', commands.map((command) => `${command}; echo; echo ---`).join('\n')]);
    const [order, timeline, clock, deadlines, why] = stdout.split('---').map((part) => part.trim());
    expect(order).toMatch(/^[0-9a-f-]{36}$/);
    expect(timeline).toContain('work-order.create');
    expect(clock).toContain('"fired":1');
    expect(deadlines).toContain('"verdict":"missed"');
    expect(why).toContain('在30分钟以内');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(await goneWithin(5_000, first.output())).toEqual([]);

    const second = await start();
    expect(second.output()).not.toContain('a week of work');
    second.child.kill('SIGKILL');
    await second.ended;
    expect(await goneWithin(20_000, second.output())).toEqual([]);

    const third = await start();
    expect(third.output()).toContain('Huiyin is running');
    third.child.kill('SIGINT');
    expect(await third.ended).toBe(0);
  }, LONG_MS);
});
