import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** A fault of the road to a server, before or after the server has done what it was asked. */
export class RoadFault extends Error {
  override name = 'MongoNetworkError';
}

/** Decides whether a call meets a fault; shared by all processes, so that a run has a bounded number of them. */
export interface RoadFaults {
  next(): 'none' | 'before' | 'after';
}

/** Everything that lives and dies together. */
export class SimProcess {
  alive = true;
  readonly #scheduler: Scheduler;
  readonly #faults: RoadFaults;
  constructor(scheduler: Scheduler, faults: RoadFaults) {
    this.#scheduler = scheduler;
    this.#faults = faults;
  }

  async sleep(forMs: number): Promise<void> {
    return this.#scheduler.sleep(this, forMs);
  }

  /** The same port as seen by this process: every call is a step of its own, and none goes on after the process has died. */
  gated<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        if (name === 'era') return () => member.apply(target, []) as unknown;
        if (name === 'forTenant') return (...args: unknown[]) => this.gated(member.apply(target, args) as object);
        return async (...args: unknown[]) => this.#call(() => member.apply(target, args) as unknown);
      },
    });
  }

  async #call(work: () => unknown): Promise<unknown> {
    await this.#scheduler.step(this);
    const fault = this.#faults.next();
    if (fault === 'before') throw new RoadFault('The request was lost');
    const result = await work();
    if (fault === 'after') throw new RoadFault('The answer was lost');
    return result;
  }
}

/** Puts in a fault with a probability, at most `most` times. */
export class RandomRoadFaults implements RoadFaults {
  readonly #random: Random;
  readonly #probability: number;
  #left: number;
  constructor(random: Random, probability: number, most: number) {
    this.#random = random;
    this.#probability = probability;
    this.#left = most;
  }

  next(): 'none' | 'before' | 'after' {
    if (this.#left === 0 || !this.#random.chance(this.#probability)) return 'none';
    this.#left -= 1;
    return this.#random.chance(0.5) ? 'before' : 'after';
  }
}
