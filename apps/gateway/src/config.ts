import { SERVICE_NAMES, isServiceName } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';

/** What the gateway is told by its environment. */
export class GatewayConfig {
  constructor(
    /** Opens operators; empty: nobody can. */
    readonly platformKey: string,
    /** Simulated operators are allowed: only on systems started for demo or test. */
    readonly simulation: boolean,
    /** The services of this system, the gateway among them. */
    readonly services: readonly ServiceName[],
    /** Requests per minute and account, key or address. */
    readonly requestsPerMinute: number,
    /** Address to listen on; only this machine unless told otherwise. */
    readonly host: string,
  ) {}
}

const FIRST_SERVICES = 'gateway,intake,dispatch';

/** @throws Error naming the variable that is wrong */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const services = (environment['HUIYIN_SERVICES'] ?? FIRST_SERVICES).split(',').map((name) => name.trim());
  const strange = services.find((name) => !isServiceName(name));
  if (strange !== undefined) throw new Error(`HUIYIN_SERVICES names "${strange}"; known are ${SERVICE_NAMES.join(', ')}`);
  return new GatewayConfig(
    environment['HUIYIN_PLATFORM_KEY'] ?? '',
    environment['HUIYIN_SIMULATION'] === '1',
    services as ServiceName[],
    whole('HUIYIN_REQUESTS_PER_MINUTE', environment['HUIYIN_REQUESTS_PER_MINUTE'] ?? '6000'),
    environment['HUIYIN_HOST'] ?? '127.0.0.1',
  );
}

function whole(name: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`);
  return Number(text);
}
