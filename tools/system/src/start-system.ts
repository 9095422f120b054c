import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServers } from '@huiyin/servers';
import type { ServerSet } from '@huiyin/servers';
import { awaitReady } from './await-ready.ts';
import { launchApart, launchTogether } from './launch-services.ts';
import type { ServicePlan } from './launch-services.ts';
import type { ServiceProcess } from './service-process.ts';

/** Services that exist as processes today, the gateway first: the others fetch policies from it. */
export const SERVICES_BUILT = ['gateway', 'intake', 'dispatch'] as const;

export interface SystemOptions {
  readonly root: string;
  readonly name?: string;
  readonly fresh?: boolean;
  /** Data that is gone when the system stops; for tests. */
  readonly ephemeral?: boolean;
  readonly gatewayPort?: number;
  readonly simulation?: boolean;
  /** All services in one process instead of one each. */
  readonly oneProcess?: boolean;
  readonly platformKey?: string;
  /** Folder with an operator's own regulations, beside ours. */
  readonly packFolder?: string;
  readonly log?: (line: string) => void;
}

export interface RunningSystem {
  readonly url: string;
  readonly platformKey: string;
  readonly servers: ServerSet;
  readonly logFolder: string;
  /** The process that runs a service. */
  service(name: string): ServiceProcess;
  /** Starts a service again on its port, after it was stopped or killed. */
  restart(name: string): Promise<void>;
  stop(): Promise<void>;
}

const READY_MS = 60_000;

/** Real servers and every service; returns when all are ready. What was started is stopped again when that fails. */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const log = options.log ?? (() => undefined);
  const name = options.name ?? 'local';
  const logFolder = options.ephemeral ? await mkdtemp(join(tmpdir(), 'huiyin-logs-')) : join(options.root, '.huiyin', 'logs', name);
  const servers = await startServers({ root: options.root, name, fresh: options.fresh, ephemeral: options.ephemeral, log });
  const platformKey = options.platformKey ?? process.env['HUIYIN_PLATFORM_KEY'] ?? randomBytes(24).toString('base64url');
  const packFolder = options.packFolder ?? process.env['HUIYIN_PACK_FOLDER'];
  const running = new Map<string, ServiceProcess>();
  const stopAll = async (): Promise<void> => {
    await Promise.all([...new Set(running.values())].map((service) => service.stop()));
    await servers.stop();
  };
  const stop = async (): Promise<void> => {
    await stopAll();
    if (options.ephemeral) await rm(logFolder, { recursive: true, force: true });
  };
  const plan: ServicePlan = {
    root: options.root,
    logFolder,
    ports: new Map(await Promise.all(SERVICES_BUILT.map(async (service) => [service, await freePort(service === 'gateway' ? options.gatewayPort : undefined)] as const))),
    environmentFor: (service) => ({
      ...servers.environmentFor(service),
      HUIYIN_PLATFORM_KEY: platformKey,
      HUIYIN_SERVICES: SERVICES_BUILT.join(','),
      ...(options.simulation ? { HUIYIN_SIMULATION: '1' } : {}),
      ...(packFolder === undefined ? {} : { HUIYIN_PACK_FOLDER: packFolder }),
    }),
  };
  const launchAll = options.oneProcess ? launchTogether : launchApart;
  try {
    for (const [service, process] of await launchAll(plan, SERVICES_BUILT)) running.set(service, process);
    await Promise.all([...running].map(([service, process]) => awaitReady({ ...process, service, port: plan.ports.get(service) ?? 0 }, READY_MS, logFolder)));
  } catch (fault) {
    // The logs stay: the message names them.
    await stopAll();
    throw fault;
  }
  const of = (service: string): ServiceProcess => {
    const found = running.get(service);
    if (!found) throw new Error(`there is no service ${service}; there are ${[...running.keys()].join(', ')}`);
    return found;
  };
  for (const [service, port] of plan.ports) log(`${service} ready, http://127.0.0.1:${port} (process ${of(service).pid})`);
  return {
    url: `http://127.0.0.1:${plan.ports.get('gateway') ?? 0}`,
    platformKey,
    servers,
    logFolder,
    service: of,
    restart: async (service) => {
      await of(service).stop();
      for (const [name, process] of await launchApart(plan, [service])) running.set(name, process);
      await awaitReady(of(service), READY_MS, logFolder);
    },
    stop,
  };
}
