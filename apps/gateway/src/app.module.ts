import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { gaugesOf, indicatorsOf, MatterHost, MattersModule } from '@huiyin/platform-matters';
import type { ServiceEnvironment } from '@huiyin/platform-matters';
import { MessagingModule, MessagingRuntime } from '@huiyin/platform-messaging';
import { PersistenceModule, STORES } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import { TelemetryModule } from '@huiyin/platform-telemetry';
import { evolve } from '@huiyin/regulation-engine';
import type { GatewayConfig } from './config.ts';
import { OwnMatters } from './door/own-matters.ts';
import { RpcDoor } from './door/rpc-door.ts';
import { ServiceDoor } from './door/service-door.ts';
import { GatewayModule } from './gateway.module.ts';
import { MongoPersistence, OWN_POLICIES } from './persistence/mongo/mongo-persistence.ts';
import { PolicyAnswers } from './policies/policy-answers.ts';
import { GatewayReceiver } from './read-model/gateway.receiver.ts';

/** The gateway over its own database and the broker. */
@Module({})
export class AppModule {
  static over(environment: ServiceEnvironment, config: GatewayConfig): DynamicModule {
    const nats = { url: environment.natsUrl, seed: environment.natsSeed, inboxPrefix: environment.natsInbox };
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forRoot({ url: environment.mongoUrl }),
        MessagingModule.forService({ service: 'gateway', nats, fold: evolve, receiver: GatewayReceiver, alarms: MatterHost }),
        MongoPersistence.forRoot(),
        MattersModule.forService({ service: 'gateway', policies: OWN_POLICIES }),
        TelemetryModule.forServiceAsync({
          service: 'gateway',
          inject: [STORES, MessagingRuntime],
          useSources: (stores: Stores, runtime: MessagingRuntime) => ({ indicators: indicatorsOf(stores, runtime), gauges: gaugesOf(runtime) }),
        }),
        GatewayModule.over({ config, adapters: [{ provide: ServiceDoor, useClass: RpcDoor }] }),
      ],
      providers: [OwnMatters, GatewayReceiver, PolicyAnswers],
    };
  }
}
