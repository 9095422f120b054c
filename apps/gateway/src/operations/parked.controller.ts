import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { serviceOfId } from '@huiyin/contracts-kernel';
import { kebab, kebabPath, problem } from '@huiyin/platform-http';
import type { ReplayOutcome } from '@huiyin/platform-messaging';
import type { DeadLetter } from '@huiyin/platform-persistence';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller } from '../callers/request-state.ts';
import { AdministratorRoute } from '../callers/route-access.ts';
import { GatewayConfig } from '../config.ts';
import { ServiceDoor } from '../door/service-door.ts';

/** Events that a service could not apply, and the matters that wait behind them. */
@AdministratorRoute()
@Controller('v1/parked')
export class ParkedController {
  constructor(
    private readonly door: ServiceDoor,
    private readonly config: GatewayConfig,
  ) {}

  @Get()
  async list(@CurrentCaller() caller: Caller) {
    const tenant = caller.operator.id;
    const found = await Promise.all(
      this.config.services.map(async (service) => {
        const { items } = await this.door.request<{ readonly items: readonly DeadLetter[] }>(service, 'parked', { tenant });
        return items.filter(({ event }) => event.tenant === tenant).map((letter) => ({
          id: letter.event.aggregate,
          service,
          kind: kebab(letter.event.kind),
          event: kebabPath(letter.event.data.type),
          seq: letter.event.seq,
          reason: letter.reason,
          failures: letter.failures,
          storedAt: letter.storedAt,
        }));
      }),
    );
    return { items: found.flat(), nextCursor: null };
  }

  /** Every service that parked this matter tries its events again. */
  @Post(':id/replay')
  @HttpCode(200)
  async replay(@CurrentCaller() caller: Caller, @Param('id') id: string) {
    if (serviceOfId(id) === undefined) throw problem('not-found');
    const tenant = caller.operator.id;
    const outcomes = await Promise.all(this.config.services.map(async (service) => ({ service, ...(await this.door.request<ReplayOutcome>(service, 'replay', { tenant, id })) })));
    const tried = outcomes.filter((outcome) => outcome.result !== 'not-parked');
    if (tried.length === 0) throw problem('not-found');
    return { id, services: tried };
  }
}
