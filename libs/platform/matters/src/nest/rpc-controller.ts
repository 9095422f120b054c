import { Controller, Inject } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { rpcSubject } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { MatterHost, RPC_VERBS } from '../matter-host.ts';
import { inContextOf } from './log-context.ts';

type Answer = (message: unknown) => Promise<unknown>;

/**
 * The controller that answers `rpc.<service>.<verb>` for every verb of the matter host. Built per service because a
 * service may subscribe only to its own subjects.
 */
export function rpcControllerOf(service: ServiceName): Type<unknown> {
  @Controller()
  class MatterRpcController {
    constructor(@Inject(MatterHost) readonly host: MatterHost) {}
  }
  for (const [verb, method] of Object.entries(RPC_VERBS)) {
    const answer = function (this: MatterRpcController, message: unknown): Promise<unknown> {
      return inContextOf(service, message, () => (this.host[method] as Answer).call(this.host, message));
    };
    Object.defineProperty(MatterRpcController.prototype, verb, { value: answer, writable: true, configurable: true, enumerable: true });
    const descriptor = Object.getOwnPropertyDescriptor(MatterRpcController.prototype, verb);
    if (descriptor) MessagePattern(rpcSubject(service, verb))(MatterRpcController.prototype, verb, descriptor);
  }
  return MatterRpcController;
}
