import { Injectable, Logger } from '@nestjs/common';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { RpcClient, RpcFault, RpcUnavailable } from '@huiyin/platform-messaging';
import { LocalServices } from './local-services.ts';
import { ServiceDoor, ServiceSilent } from './service-door.ts';
import type { ServiceVerb } from './service-door.ts';

/** Requests over core NATS; what lives in this process is asked directly. */
@Injectable()
export class RpcDoor extends ServiceDoor {
  private readonly logger = new Logger(RpcDoor.name);

  constructor(
    private readonly local: LocalServices,
    private readonly rpc: RpcClient,
  ) {
    super();
  }

  override async request<Reply>(service: ServiceName, verb: ServiceVerb, message: object, deadlineMs?: number): Promise<Reply> {
    const here = this.local.of(service);
    if (here) return (await here(verb, message)) as Reply;
    try {
      return await this.rpc.request<Reply>(service, verb, message, deadlineMs);
    } catch (thrown) {
      if (thrown instanceof RpcUnavailable) throw new ServiceSilent(service);
      if (thrown instanceof RpcFault) this.logger.error(`${service} failed to answer ${verb}: ${thrown.message}`);
      throw thrown;
    }
  }
}
