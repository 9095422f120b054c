import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { inContextOf, MatterHost, RPC_VERBS } from '@huiyin/platform-matters';
import { LocalServices } from './local-services.ts';
import type { ServiceVerb } from './service-door.ts';

type Answer = (message: object) => Promise<unknown>;

/** The gateway's own kinds (staff, operator, policy) are asked in this process. */
@Injectable()
export class OwnMatters implements OnModuleInit {
  constructor(
    private readonly local: LocalServices,
    private readonly host: MatterHost,
  ) {}

  onModuleInit(): void {
    this.local.host('gateway', (verb, message) => this.answer(verb, message));
  }

  private async answer(verb: ServiceVerb, message: object): Promise<unknown> {
    return inContextOf('gateway', message, () => (this.host[RPC_VERBS[verb]] as Answer).call(this.host, message));
  }
}
