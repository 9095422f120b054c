import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, INestApplication, OnApplicationBootstrap, OnApplicationShutdown, Provider } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { NatsConnection } from '@nats-io/transport-node';
import { pino } from 'pino';
import { BeforeClosing, STORES } from '@huiyin/platform-persistence';
import type { Stores } from '@huiyin/platform-persistence';
import type { AlarmHandler } from '../alarms/alarm-clock.ts';
import { assertPermissions } from '../nats/assert-permissions.ts';
import { connectNats } from '../nats/connect-nats.ts';
import { watchConnection } from '../nats/connection-watch.ts';
import type { EventReceiver } from '../ports.ts';
import { FreshCopies } from '../rpc/fresh-copies.ts';
import { RpcClient } from '../rpc/rpc-client.ts';
import type { Reports } from '../settings/reports.ts';
import { JetStreamServer } from './jetstream-server.ts';
import { MatterEventController } from './matter-event.controller.ts';
import { MESSAGING_OPTIONS, NATS_CONNECTION } from './messaging-options.ts';
import type { MessagingOptions } from './messaging-options.ts';
import { MessagingRuntime } from './messaging-runtime.ts';
import { surroundingsOf } from './messaging-surroundings.ts';
import { RpcServer } from './rpc-server.ts';

/**
 * The event path and request/reply of one service. Needs `PersistenceModule` beside it; the app calls
 * `connectMessaging(app)` before it listens.
 */
@Module({})
export class MessagingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #runtime: MessagingRuntime;
  constructor(@Inject(MessagingRuntime) runtime: MessagingRuntime, @Inject(BeforeClosing) before: BeforeClosing) {
    this.#runtime = runtime;
    // What is pending is published while the database is still there.
    before.add(async () => runtime.close());
  }

  static forService(options: MessagingOptions): DynamicModule {
    const reports = options.logger ?? pino({ name: options.service });
    const providers: Provider[] = [
      { provide: MESSAGING_OPTIONS, useValue: options },
      { provide: NATS_CONNECTION, useFactory: async () => connectChecked(options) },
      { provide: MessagingRuntime, inject: [NATS_CONNECTION, STORES, ModuleRef], useFactory: (connection: NatsConnection, stores: Stores, modules: ModuleRef) => runtimeOf(options, connection, stores, reports, modules) },
      { provide: FreshCopies, inject: [MessagingRuntime], useFactory: (runtime: MessagingRuntime) => runtime.fresh },
      { provide: RpcClient, inject: [MessagingRuntime], useFactory: (runtime: MessagingRuntime) => runtime.rpc },
      { provide: JetStreamServer, inject: [MessagingRuntime], useFactory: (runtime: MessagingRuntime) => new JetStreamServer(runtime) },
      { provide: RpcServer, useFactory: () => new RpcServer(options.nats, options.service, options.settings?.drainMs) },
    ];
    return { module: MessagingModule, global: true, controllers: [MatterEventController], providers, exports: [NATS_CONNECTION, MessagingRuntime, FreshCopies, RpcClient, JetStreamServer, RpcServer] };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#runtime.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#runtime.close();
  }
}

/** Starts consuming events and answering `@MessagePattern(…, Transport.NATS)`; call it after `NestFactory.create`, before `listen`. */
export async function connectMessaging(app: INestApplication): Promise<void> {
  app.connectMicroservice({ strategy: app.get(RpcServer) }, { inheritAppConfig: false });
  app.connectMicroservice({ strategy: app.get(JetStreamServer) }, { inheritAppConfig: false });
  app.enableShutdownHooks();
  await app.init();
  await app.startAllMicroservices();
}

async function connectChecked(options: MessagingOptions): Promise<NatsConnection> {
  const connection = await connectNats(options.nats, options.service);
  try {
    await assertPermissions(connection, options.service);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return connection;
}

function runtimeOf(options: MessagingOptions, connection: NatsConnection, stores: Stores, reports: Reports, modules: ModuleRef): MessagingRuntime {
  const resolve = <Part>(token: MessagingOptions['receiver']): Part | undefined => (token === undefined ? undefined : modules.get<Part>(token, { strict: false }));
  const runtime = new MessagingRuntime(surroundingsOf(options, connection, stores, reports), { receiver: () => resolve<EventReceiver>(options.receiver), alarms: () => resolve<AlarmHandler>(options.alarms) });
  const events = { disconnected: () => runtime.linked(false), reconnected: () => runtime.linked(true), refused: (operation: string, subject: string) => reports.error({ operation, subject }, 'The NATS identity lacks a right') };
  void watchConnection(connection, events, reports);
  return runtime;
}
