import { Server } from '@nestjs/microservices';
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { finalize } from 'rxjs/operators';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { HeldShare } from '../leases/fair-leases.ts';
import { EventContext } from './event-context.ts';

/** Transport id of event handlers: `@EventPattern(MATTER_EVENT, JETSTREAM)`. */
export const JETSTREAM = Symbol('JETSTREAM');
export const MATTER_EVENT = 'matter-event';

/** What the strategy drives: starts and stops consuming, one call of `handle` per event. */
export interface Consuming {
  startConsuming(handle: (event: MatterEvent, partition: HeldShare) => Promise<void>): Promise<void>;
  stopConsuming(): Promise<void>;
}

/**
 * Nest transport strategy over JetStream. A handler's whole result is awaited before its message is acknowledged, and
 * its error decides between another try and parking; the stock NATS transport knows neither.
 */
export class JetStreamServer extends Server implements CustomTransportStrategy {
  override readonly transportId = JETSTREAM;
  /** Without it Nest logs a failed event handler and the message would be acknowledged. */
  override readonly propagatesEventHandlerErrors: boolean = true;
  readonly #consuming: Consuming;
  constructor(consuming: Consuming) {
    super();
    this.#consuming = consuming;
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      const handler = this.getHandlerByPattern(MATTER_EVENT);
      if (!handler) throw new Error(`No handler listens to ${MATTER_EVENT}`);
      await this.#consuming.startConsuming(async (event, partition) => this.#handle(handler, event, partition));
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Takes nothing more, lets the handlers under way end and acknowledge. */
  async close(): Promise<void> {
    await this.#consuming.stopConsuming();
  }

  override on(): never {
    throw new Error('The event transport has no events of its own');
  }

  override unwrap<Consumer>(): Consumer {
    return this.#consuming as Consumer;
  }

  async #handle(handler: MessageHandler, event: MatterEvent, partition: HeldShare): Promise<void> {
    const context = new EventContext([event, partition]);
    await this.runWithProcessingHooks(context, async (runEndHook) => {
      const result: unknown = await handler(event, context);
      if (isObservable(result)) await lastValueFrom(result.pipe(finalize(runEndHook)), { defaultValue: undefined });
      else runEndHook();
    });
  }
}
