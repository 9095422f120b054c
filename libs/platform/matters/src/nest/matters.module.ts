import { createHash, randomBytes } from 'node:crypto';
import { Module } from '@nestjs/common';
import type { DynamicModule, InjectionToken, Provider } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { FreshCopies, MessagingRuntime, NATS_CONNECTION, NO_CRASH } from '@huiyin/platform-messaging';
import { STORES } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import { WorkMetrics } from '@huiyin/platform-telemetry';
import { MatterHost } from '../matter-host.ts';
import { RemotePolicies } from '../policies/remote-policies.ts';
import type { PolicySource, Surroundings } from '../ports.ts';
import { actReport } from './act-report.ts';
import { rpcControllerOf } from './rpc-controller.ts';

const SURROUNDINGS: Surroundings = {
  randomBytes: (count) => randomBytes(count),
  digest: (text) => createHash('sha256').update(text).digest(),
  nowMs: () => Date.now(),
};

export interface MattersOptions {
  readonly service: ServiceName;
  /** Token of a `PolicySource`; absent: policies are fetched from the gateway. */
  readonly policies?: InjectionToken;
}

/** Hosts a service's matters and answers `rpc.<service>.*`. Needs `PersistenceModule` and `MessagingModule` beside it. */
@Module({})
export class MattersModule {
  static forService(options: MattersOptions): DynamicModule {
    const host: Provider = {
      provide: MatterHost,
      inject: [STORES, MessagingRuntime, FreshCopies, WorkMetrics, options.policies ?? NATS_CONNECTION],
      useFactory: (stores: Stores, runtime: MessagingRuntime, catchUp: FreshCopies, metrics: WorkMetrics, policies: PolicySource | NatsConnection) =>
        new MatterHost(
          {
            service: options.service,
            matters: stores.matters,
            copies: stores.copies,
            log: stores.log,
            policies: options.policies === undefined ? new RemotePolicies(policies as NatsConnection) : (policies as PolicySource),
            catchUp,
            surroundings: SURROUNDINGS,
            wake: () => runtime.wake(),
            crash: NO_CRASH,
            acted: actReport(options.service, metrics),
          },
          stores.deadLetters,
          runtime.replay,
        ),
    };
    return { module: MattersModule, global: true, controllers: [rpcControllerOf(options.service)], providers: [host], exports: [MatterHost] };
  }
}
