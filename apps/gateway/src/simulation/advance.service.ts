import { Injectable } from '@nestjs/common';
import type { AlarmsReply, ServiceName } from '@huiyin/contracts-kernel';
import { faultAt, problem } from '@huiyin/platform-http';
import { GatewayConfig } from '../config.ts';
import { ServiceDoor } from '../door/service-door.ts';
import type { Operator } from '../operators/operator.ts';
import { OperatorRepository } from '../persistence/operator.repository.ts';
import { Quiet } from './quiet.service.ts';

const SILENT_AFTER_MS = 10_000;
/** An alarm that fires and is due again at the same instant this often will never end. */
const MOST_FIRINGS_AT_ONE_INSTANT = 1_000;

export interface Advanced {
  readonly now: string;
  readonly fired: number;
}

/**
 * Moves a simulated operator's clock: earliest alarm ≤ target → set → fire → quiet, until none is left; then the target.
 * So everything happens in the order of the operator's time, whatever takes how long in real time.
 */
@Injectable()
export class Advance {
  private readonly running = new Map<string, Promise<unknown>>();

  constructor(
    private readonly door: ServiceDoor,
    private readonly operators: OperatorRepository,
    private readonly quiet: Quiet,
    private readonly config: GatewayConfig,
  ) {}

  /** @throws ProblemError 422 for an instant that lies back, 409 when somebody else moves the clock, and as `Quiet.reach` */
  async to(operator: Operator, target: string, except: readonly ServiceName[] = []): Promise<Advanced> {
    if (this.running.has(operator.id)) throw moving();
    const run = this.run(operator, target, except);
    this.running.set(operator.id, run);
    try {
      return await run;
    } finally {
      this.running.delete(operator.id);
    }
  }

  private async run(operator: Operator, target: string, except: readonly ServiceName[]): Promise<Advanced> {
    let now = (await this.operators.load(operator.id))?.now ?? operator.now;
    if (target < now) throw problem('invalid', { code: 'simulation.backwards', errors: [faultAt('/to', 'refused')] });
    const services = this.config.services.filter((service) => !except.includes(service));
    await this.quiet.reach(operator.id, except);
    let fired = 0;
    for (let firings = 0; ; ) {
      const earliest = await this.earliest(operator.id, services, target);
      if (earliest === undefined) break;
      const instant = earliest < now ? now : earliest;
      firings = instant === now ? firings + 1 : 0;
      if (firings > MOST_FIRINGS_AT_ONE_INSTANT) throw problem('internal', { code: 'simulation.endless' });
      now = await this.set(operator.id, now, instant);
      fired += await this.fire(operator.id, services, now);
      await this.quiet.reach(operator.id, except);
    }
    now = await this.set(operator.id, now, target);
    await this.quiet.reach(operator.id, except);
    return { now, fired };
  }

  private async earliest(tenant: string, services: readonly ServiceName[], until: string): Promise<string | undefined> {
    const replies = await Promise.all(services.map((service) => this.door.request<AlarmsReply>(service, 'sim-earliest', { tenant, until }, SILENT_AFTER_MS)));
    return replies.flatMap(({ earliest }) => (earliest !== undefined && earliest !== null ? [earliest] : [])).sort()[0];
  }

  private async fire(tenant: string, services: readonly ServiceName[], now: string): Promise<number> {
    const replies = await Promise.all(services.map((service) => this.door.request<{ readonly fired: number }>(service, 'sim-fire', { tenant, now }, SILENT_AFTER_MS)));
    return replies.reduce((sum, { fired }) => sum + fired, 0);
  }

  private async set(tenant: string, from: string, to: string): Promise<string> {
    if (from !== to && !(await this.operators.moveClock(tenant, from, to))) throw moving();
    return to;
  }
}

const moving = () => problem('conflict', { code: 'simulation.moving', detail: { 'zh-CN': '时钟正在移动', 'zh-TW': '時鐘正在移動', en: 'The clock is being moved' }, headers: { 'retry-after': '1' } });
