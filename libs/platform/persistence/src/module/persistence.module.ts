import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown, Provider } from '@nestjs/common';
import type { Connection } from 'mongoose';
import type { ReportLargeMatter } from '../large-matter.ts';
import { collectionsOf } from '../mongo/collections.ts';
import { connectDatabase, databaseOf } from '../mongo/connect.ts';
import { ensureIndexes } from '../mongo/indexes.ts';
import { mongoStores } from '../mongo/mongo-stores.ts';
import { BeforeClosing } from './before-closing.ts';
import { COPY_STORE, DEAD_LETTER_STORE, EVENT_LOG, LEASE_STORE, MATTER_STORE, OUTBOX_STORE, STORES } from '../tokens.ts';
import type { Stores } from '../tokens.ts';

export interface PersistenceOptions {
  /** Address of the service's own database with its own credentials. */
  readonly url: string;
  readonly reportLarge?: ReportLargeMatter;
}

/** Mongoose connection of the service (`Connection`). */
export const DATABASE_CONNECTION = Symbol('DatabaseConnection');

/** Provides every port of persistence by its token, over one connection that is closed last. */
@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  readonly #connection: Connection | undefined;
  readonly #before: BeforeClosing;
  constructor(@Inject(DATABASE_CONNECTION) connection: Connection | undefined, @Inject(BeforeClosing) before: BeforeClosing) {
    this.#connection = connection;
    this.#before = before;
  }

  static forRoot(options: PersistenceOptions): DynamicModule {
    const connection: Provider = { provide: DATABASE_CONNECTION, useFactory: () => connectDatabase(options.url) };
    const stores: Provider = {
      provide: STORES,
      inject: [DATABASE_CONNECTION],
      useFactory: async (open: Connection): Promise<Stores> => {
        const database = databaseOf(open);
        await ensureIndexes(collectionsOf(database));
        return mongoStores(database, options.reportLarge);
      },
    };
    return moduleOf([connection, stores]);
  }

  /** The same tokens over given stores (`memoryStores()` in tests). */
  static forStores(stores: Stores): DynamicModule {
    return moduleOf([{ provide: DATABASE_CONNECTION, useValue: undefined }, { provide: STORES, useValue: stores }]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#before.run();
    await this.#connection?.close();
  }
}

function moduleOf(sources: Provider[]): DynamicModule {
  const port = (token: symbol, name: keyof Stores): Provider => ({ provide: token, inject: [STORES], useFactory: (stores: Stores) => stores[name] });
  const providers = [
    ...sources,
    BeforeClosing,
    port(MATTER_STORE, 'matters'),
    port(OUTBOX_STORE, 'outbox'),
    port(EVENT_LOG, 'log'),
    port(COPY_STORE, 'copies'),
    port(DEAD_LETTER_STORE, 'deadLetters'),
    port(LEASE_STORE, 'leases'),
  ];
  const tokens = [BeforeClosing, DATABASE_CONNECTION, STORES, MATTER_STORE, OUTBOX_STORE, EVENT_LOG, COPY_STORE, DEAD_LETTER_STORE, LEASE_STORE];
  return { module: PersistenceModule, global: true, providers, exports: tokens };
}
