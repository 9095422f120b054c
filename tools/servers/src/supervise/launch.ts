import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { awaitPort } from './await-port.ts';
import { startChild, type Child, type Exit } from './child.ts';
import { freePort } from './free-port.ts';
import { claimFolder, forgetRun, readRunRecord, writeRunRecord } from './run-record.ts';

/** How to start one kind of server in one data folder. */
export interface LaunchOrder {
  readonly name: string;
  readonly command: string;
  readonly folder: string;
  readonly portCount: number;
  /** Writes what the server reads at start and returns its arguments. */
  prepare(ports: readonly number[]): Promise<readonly string[]>;
  isPortTaken(exit: Exit, log: string): boolean;
  /** A sentence for a known way of ending early. */
  explain(exit: Exit, log: string): string | undefined;
  readonly removeAfter?: string;
}

export interface Launched {
  readonly child: Child;
  readonly ports: readonly number[];
}

const ATTEMPTS = 4;

/** Starts the server on the ports it had last time where they are free; another process may take one in between. */
export async function launch(order: LaunchOrder): Promise<Launched> {
  await mkdir(order.folder, { recursive: true, mode: 0o700 });
  await claimFolder(order.folder);
  const last = (await readRunRecord(order.folder))?.ports ?? [];
  for (let attempt = 1; ; attempt += 1) {
    const ports = await choosePorts(order.portCount, attempt === 1 ? last : []);
    const outcome = await tryLaunch(order, ports);
    if ('child' in outcome) return outcome;
    if (!outcome.portTaken || attempt === ATTEMPTS) throw new Error(outcome.why);
  }
}

async function tryLaunch(order: LaunchOrder, ports: readonly number[]): Promise<Launched | { portTaken: boolean; why: string }> {
  const logFile = join(order.folder, 'server.log');
  const child = await startChild({
    command: order.command,
    args: await order.prepare(ports),
    logFile,
    ...(order.removeAfter ? { removeAfter: order.removeAfter } : {}),
  });
  await writeRunRecord(order.folder, { supervisor: process.pid, server: child.pid, ports });
  const early = await earlyExit(child, ports);
  if (!early) return { child, ports };
  await forgetRun(order.folder);
  const log = await readFile(logFile, 'utf8').then((text) => text.slice(-20_000), () => '');
  const why = order.explain(early, log) ?? `${order.name} ended at start (exit ${early.code ?? early.signal}): read ${logFile}`;
  return { portTaken: order.isPortTaken(early, log), why };
}

/** How the server ended before it took connections on all its ports; undefined when it did take them. */
async function earlyExit(child: Child, ports: readonly number[]): Promise<Exit | undefined> {
  const waiting = new AbortController();
  const open = Promise.all(ports.map((port) => awaitPort(port, waiting.signal))).then(() => undefined);
  try {
    return await Promise.race([open, child.exited]);
  } catch (error) {
    await child.stop();
    throw error;
  } finally {
    waiting.abort();
  }
}

async function choosePorts(count: number, preferred: readonly number[]): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = await freePort(preferred[ports.length]);
    if (!ports.includes(port)) ports.push(port);
  }
  return ports;
}
