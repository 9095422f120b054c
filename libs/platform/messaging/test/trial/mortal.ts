import type { Deliver, EventSource } from '../../src/broker/event-source.port.ts';
import type { CrashPoint, CrashPoints } from '../../src/crash/crash-points.ts';

/**
 * What a process is while it lives: after its death nothing that it waits for comes, as if it had been killed, so that
 * neither a next step nor an error handler of it runs.
 */
export class Mortal implements CrashPoints {
  readonly died: Promise<void>;
  #armed: CrashPoint | undefined;
  #alive = true;
  #tellDeath: () => void = () => undefined;
  constructor(armed: CrashPoint | undefined) {
    this.#armed = armed;
    this.died = new Promise((resolve) => {
      this.#tellDeath = resolve;
    });
  }

  async at(point: CrashPoint): Promise<void> {
    if (point === this.#armed) this.die();
    return this.#onlyAlive();
  }

  die(): void {
    this.#armed = undefined;
    this.#alive = false;
    this.#tellDeath();
  }

  /** Repeats a round while the process lives; an error is a reason to try again. */
  loop(round: () => Promise<void>, everyMs = 5): void {
    const run = async (): Promise<void> => {
      while (this.#alive) {
        await round().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, everyMs));
      }
    };
    void run();
  }

  gated<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        if (name === 'era') return () => member.apply(target, []) as unknown;
        if (name === 'forTenant') return (...args: unknown[]) => this.gated(member.apply(target, args) as object);
        return async (...args: unknown[]) => {
          await this.#onlyAlive();
          const result: unknown = await member.apply(target, args);
          await this.#onlyAlive();
          return result;
        };
      },
    });
  }

  gatedSource(source: EventSource): EventSource {
    return { open: async (partition, deliver: Deliver) => source.open(partition, (delivery, deliveredAs) => this.#alive && deliver(this.gated(delivery), deliveredAs)) };
  }

  async #onlyAlive(): Promise<void> {
    if (!this.#alive) await new Promise<never>(() => undefined);
  }
}
