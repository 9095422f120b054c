import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { QuietReply, ServiceName } from '@huiyin/contracts-kernel';
import { problem } from '@huiyin/platform-http';
import { GatewayConfig } from '../config.ts';
import { ServiceDoor } from '../door/service-door.ts';
import { countersOf, parkedIn, whyNotQuiet } from './quiet.ts';
import type { QuietRound } from './quiet.ts';

/** A service that does not answer is named after this. */
const SILENT_AFTER_MS = 10_000;
/** A system that answers but does not come to rest is given up after this. */
const RESTLESS_AFTER_MS = 30_000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;

/** Waits until nothing of an operator is on its way between the services. Real time throughout. */
@Injectable()
export class Quiet {
  constructor(
    private readonly door: ServiceDoor,
    private readonly config: GatewayConfig,
  ) {}

  /**
   * Returns when the counters of sent and handled events agreed in two rounds.
   * @param except services that are stopped on purpose
   * @throws ProblemError 503 naming a silent service or what is still moving, 409 for a parked matter
   */
  async reach(tenant: string, except: readonly ServiceName[] = []): Promise<{ readonly rounds: number; readonly services: readonly ServiceName[] }> {
    const services = this.config.services.filter((service) => !except.includes(service));
    const until = performance.now() + RESTLESS_AFTER_MS;
    let before: string | undefined;
    for (let rounds = 1, wait = FIRST_PAUSE_MS; ; rounds += 1, wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      const round = await this.ask(tenant, services);
      refuseParked(round);
      const reason = whyNotQuiet(round);
      const counters = countersOf(round);
      if (reason === undefined && counters === before) return { rounds, services };
      before = reason === undefined ? counters : undefined;
      if (performance.now() > until) throw notQuiet(reason ?? 'counters still move');
      if (reason !== undefined) await pause(wait);
    }
  }

  private async ask(tenant: string, services: readonly ServiceName[]): Promise<QuietRound> {
    const replies = await Promise.all(services.map(async (service) => [service, await this.door.request<QuietReply>(service, 'sim-quiet', { tenant }, SILENT_AFTER_MS)] as const));
    return Object.fromEntries(replies);
  }
}

function refuseParked(round: QuietRound): void {
  const parked = parkedIn(round);
  if (parked.length === 0) return;
  const where = parked.map(({ service }) => service).join(', ');
  throw problem('conflict', { code: 'simulation.parked', detail: { 'zh-CN': `有事件被搁置：${where}`, 'zh-TW': `有事件被擱置：${where}`, en: `Events are parked: ${where}` }, extensions: { parked } });
}

const notQuiet = (reason: string) =>
  problem('unavailable', { code: 'simulation.not-quiet', headers: { 'retry-after': '1' }, detail: { 'zh-CN': `系统尚未平静：${reason}`, 'zh-TW': `系統尚未平靜：${reason}`, en: `The system is not quiet yet: ${reason}` } });
