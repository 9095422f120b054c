import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { DeadLetter, DeadLetterStore } from '@huiyin/platform-persistence';
import type { CrashPoints } from '../crash/crash-points.ts';
import { ApplyFault } from '../inbox/apply-fault.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { isTransient } from '../inbox/transient.ts';
import { isoOf } from '../settings/clock.ts';
import type { RealClock } from '../settings/clock.ts';

export type ReplayOutcome = { readonly result: 'replayed' } | { readonly result: 'not-parked' } | { readonly result: 'parked-again'; readonly event: string; readonly reason: string };

/** What an operator calls after the cause of a parked matter is mended. */
export class OperatorReplay {
  readonly #letters: DeadLetterStore;
  readonly #inbox: Inbox;
  readonly #crash: CrashPoints;
  readonly #clock: RealClock;
  constructor(letters: DeadLetterStore, inbox: Inbox, crash: CrashPoints, clock: RealClock) {
    this.#letters = letters;
    this.#inbox = inbox;
    this.#crash = crash;
    this.#clock = clock;
  }

  /**
   * Lets an aggregate's events flow again, applies everything of it from its producer's log, and releases it. An event
   * that was let go as parked is in the log already, so the fetch after the opening sees it; and the letter stays until
   * the fetch has ended, so that a crash leaves something to go on with (`resume`).
   * @throws transient faults; the letter is still there
   */
  async replay(tenant: string, aggregate: string): Promise<ReplayOutcome> {
    const letter = (await this.#letters.parked(tenant)).find(({ event }) => event.aggregate === aggregate);
    if (!letter) return { result: 'not-parked' };
    await this.#crash.at('replay.before-opening');
    await this.#letters.beginReplay(tenant, aggregate);
    await this.#crash.at('replay.after-opening');
    try {
      await this.#inbox.catchUp(letter.event);
    } catch (error) {
      if (isTransient(error)) throw error;
      return await this.#parkAgain(letter, error);
    }
    await this.#crash.at('replay.before-release');
    await this.#letters.release(tenant, aggregate);
    await this.#crash.at('replay.after-release');
    return { result: 'replayed' };
  }

  /** Goes on with the replays that a stopped process has left. */
  async resume(): Promise<void> {
    for (const { event, replaying } of await this.#letters.parked()) if (replaying) await this.replay(event.tenant, event.aggregate);
  }

  async #parkAgain(letter: DeadLetter, error: unknown): Promise<ReplayOutcome> {
    const event: MatterEvent = error instanceof ApplyFault ? error.event : letter.event;
    const reason = error instanceof Error ? error.message : String(error);
    await this.#letters.park({ event, reason, failures: letter.failures + 1, storedAt: isoOf(this.#clock) });
    return { result: 'parked-again', event: event.id, reason };
  }
}
