import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { evolve } from '@huiyin/regulation-engine';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { connectMessaging, MessagingModule, MessagingRuntime } from '@huiyin/platform-messaging';
import { PersistenceModule, STORES } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import { NativeLogger, operationGauges, relayNotStuck, serverReachable, TelemetryModule } from '@huiyin/platform-telemetry';
import type { GaugeSource } from '@huiyin/platform-telemetry';
import { MatterHost } from '../matter-host.ts';
import { MattersModule } from './matters.module.ts';
import { readServiceEnvironment } from './service-environment.ts';

export interface RunningService {
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly service: ServiceName;
  /** Modules of the service's own use cases. */
  readonly imports?: readonly (Type<unknown> | DynamicModule)[];
}

@Module({})
class ServiceModule {}

/**
 * Runs one service: its matters on its own database, its events, its requests, and a small HTTP port for health and
 * metrics. A service adds only the modules that are its own.
 */
export async function runService(options: ServiceOptions, variables: Readonly<Record<string, string | undefined>>): Promise<RunningService> {
  const { service } = options;
  const environment = readServiceEnvironment(variables);
  const nats = { url: environment.natsUrl, seed: environment.natsSeed, inboxPrefix: environment.natsInbox };
  const module: DynamicModule = {
    module: ServiceModule,
    imports: [
      PersistenceModule.forRoot({ url: environment.mongoUrl }),
      MessagingModule.forService({ service, nats, fold: evolve, receiver: MatterHost, alarms: MatterHost }),
      MattersModule.forService({ service }),
      TelemetryModule.forServiceAsync({
        service,
        inject: [STORES, MessagingRuntime],
        useSources: (stores: Stores, runtime: MessagingRuntime) => ({ indicators: indicatorsOf(stores, runtime), gauges: gaugesOf(runtime) }),
      }),
      ...(options.imports ?? []),
    ],
  };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { bufferLogs: true });
  app.useLogger(app.get(NativeLogger));
  await connectMessaging(app);
  await app.listen(environment.port, environment.host);
  const address = app.getHttpServer().address();
  return { port: typeof address === 'object' && address ? address.port : environment.port, stop: () => app.close() };
}

/** What an operator of the system watches: the event path's readings and counts. */
export function gaugesOf(runtime: MessagingRuntime): readonly GaugeSource[] {
  return [...operationGauges(runtime.readings()), ...runtime.counts()];
}

/** Servers reachable and the relay not stuck: what makes a service ready. */
export function indicatorsOf(stores: Stores, runtime: MessagingRuntime) {
  return [
    serverReachable('mongo', async () => void (await stores.outbox.oldestPending())),
    serverReachable('nats', async () => {
      if (!(await runtime.gauges()).connected) throw new Error('the connection is closed');
    }),
    relayNotStuck(() => stores.outbox.oldestPending()),
  ];
}
