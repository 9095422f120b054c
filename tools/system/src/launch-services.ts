import { join } from 'node:path';
import { launch } from './service-process.ts';
import type { ServiceProcess } from './service-process.ts';

export interface ServicePlan {
  readonly root: string;
  readonly logFolder: string;
  readonly ports: ReadonlyMap<string, number>;
  environmentFor(service: string): Readonly<Record<string, string>>;
}

/** Each service as a process of its own. */
export async function launchApart(plan: ServicePlan, services: readonly string[]): Promise<ReadonlyMap<string, ServiceProcess>> {
  const launched = services.map(async (service) => {
    const main = join(plan.root, 'apps', service, 'dist', 'main.js');
    return [service, await launch({ service, main, port: plan.ports.get(service) ?? 0, root: plan.root, logFolder: plan.logFolder, environment: plan.environmentFor(service) })] as const;
  });
  return new Map(await Promise.all(launched));
}

/** All services in one process. */
export async function launchTogether(plan: ServicePlan, services: readonly string[]): Promise<ReadonlyMap<string, ServiceProcess>> {
  const environments = Object.fromEntries(services.map((service) => [service, { ...plan.environmentFor(service), PORT: String(plan.ports.get(service) ?? 0) }]));
  const main = join(plan.root, 'tools', 'one-process', 'dist', 'main.js');
  const process = await launch({ service: 'huiyin', main, port: plan.ports.get('gateway') ?? 0, root: plan.root, logFolder: plan.logFolder, environment: { HUIYIN_ONE_PROCESS: JSON.stringify(environments) } });
  return new Map(services.map((service) => [service, process]));
}
