import { ServerNats } from '@nestjs/microservices';
import type { NatsOptions } from '@nestjs/microservices';
import type { NatsConnection, Subscription, SubscriptionOptions } from '@nats-io/transport-node';
import type { Observable } from 'rxjs';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { connectionOptions } from '../nats/nats-config.ts';
import type { NatsConfig } from '../nats/nats-config.ts';

type Respond = (packet: { isDisposed?: boolean; err?: unknown }) => unknown;

/** Options of Nest's NATS transport under a service's identity, one answer per request among its instances. */
export function natsTransportOptions(config: NatsConfig, service: ServiceName): NonNullable<NatsOptions['options']> {
  return { ...connectionOptions(config, `${service} rpc`), queue: service, gracefulShutdown: false } as NonNullable<NatsOptions['options']>;
}

/**
 * Nest's NATS transport that drains: on closing it takes no new request, sends the replies of those under way and only
 * then leaves. (The stock one closes the connection under them, or always waits a fixed time.)
 */
export class RpcServer extends ServerNats {
  readonly #drainMs: number;
  #subscriptions: Subscription[] = [];
  #opened = false;
  #underWay = 0;
  #idle: (() => void) | undefined;
  constructor(config: NatsConfig, service: ServiceName, drainMs = 10_000) {
    super(natsTransportOptions(config, service));
    this.#drainMs = drainMs;
  }

  /** Remembers the subscriptions, which the base class keeps to itself. */
  override bindEvents(client: NatsConnection): void {
    const subscribe = (subject: string, options: SubscriptionOptions): Subscription => {
      const subscription = client.subscribe(subject, options);
      this.#subscriptions.push(subscription);
      return subscription;
    };
    this.#opened = true;
    super.bindEvents({ subscribe } as unknown as NatsConnection);
  }

  override async handleRequest(context: never, produce: () => Promise<Observable<unknown>>, respond: Respond): Promise<void> {
    this.#underWay += 1;
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#idle?.();
    };
    try {
      await super.handleRequest(context, produce, async (packet: { isDisposed?: boolean; err?: unknown }) => {
        try {
          await respond(packet);
        } finally {
          if (packet.isDisposed) end();
        }
      });
    } catch (error) {
      await respond({ err: 'The request could not be handled', isDisposed: true });
      end();
      throw error;
    }
  }

  override async close(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
    if (this.#underWay > 0) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#idle = resolve;
        timer = setTimeout(resolve, this.#drainMs);
      });
      clearTimeout(timer);
    }
    if (this.#opened) await this.unwrap<NatsConnection>().flush().catch(() => undefined);
    this.#opened = false;
    await super.close();
  }
}
