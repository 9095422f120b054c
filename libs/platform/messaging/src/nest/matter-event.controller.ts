import { Controller, Inject, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { MatterEvent } from '@huiyin/contracts-kernel';
import { JETSTREAM, MATTER_EVENT } from './jetstream-server.ts';
import { MessagingRuntime } from './messaging-runtime.ts';
import { RethrowFilter } from './rethrow.filter.ts';

/** Where every event of another service enters. */
@Controller()
@UseFilters(RethrowFilter)
export class MatterEventController {
  readonly #runtime: MessagingRuntime;
  constructor(@Inject(MessagingRuntime) runtime: MessagingRuntime) {
    this.#runtime = runtime;
  }

  @EventPattern(MATTER_EVENT, JETSTREAM)
  async handle(@Payload() event: MatterEvent): Promise<void> {
    await this.#runtime.inbox.apply(event);
  }
}
