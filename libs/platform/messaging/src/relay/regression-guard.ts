import type { EventLog } from '@huiyin/platform-persistence';
import type { CrashPoints } from '../crash/crash-points.ts';
import { TransientFault } from '../ports.ts';
import type { EventBroker } from '../ports.ts';

export interface GuardReport {
  /** To be given to every pass of the relay until the next comparison. */
  readonly round: number;
  /** Whether the broker had lost what it acknowledged. */
  readonly regressed: boolean;
  readonly republished: number;
}

const PAGE = 256;

/**
 * At start and on reconnect: is the event at the last acknowledged stream sequence still there? If not, everything the
 * broker lost counts as unacknowledged again. Whatever is unacknowledged in the log is then published in log order;
 * consumers drop what they have had. A crash at any point leaves a state in which the next run does the rest.
 */
export class RegressionGuard {
  readonly #log: EventLog;
  readonly #broker: EventBroker;
  readonly #crash: CrashPoints;
  constructor(log: EventLog, broker: EventBroker, crash: CrashPoints) {
    this.#log = log;
    this.#broker = broker;
    this.#crash = crash;
  }

  /** @throws TransientFault when the broker went away meanwhile: run it again */
  async run(): Promise<GuardReport> {
    const era = this.#broker.era();
    // Before anything is compared, so that what another instance marks late cannot come in between.
    const round = await this.#log.openRound();
    const last = await this.#log.lastAcknowledged();
    const regressed = last !== undefined && !(await this.#stillThere(last));
    if (last && regressed) {
      await this.#crash.at('guard.before-forget');
      await this.#log.forgetAcknowledgedAbove(await this.#lastKept(last.streamSeq), round);
      await this.#crash.at('guard.after-forget');
    }
    return { round, regressed, republished: await this.#republish(round, era) };
  }

  /** Highest acknowledged sequence that the broker still holds (0: none). A broker loses its end, never its middle. */
  async #lastKept(lost: number): Promise<number> {
    let kept = 0;
    let gone = lost;
    while (gone - kept > 1) {
      const middle = Math.floor((kept + gone) / 2);
      const mark = await this.#log.acknowledgedAtOrBefore(middle);
      if (mark === undefined || mark.streamSeq <= kept) kept = middle;
      else if (await this.#stillThere(mark)) kept = middle;
      else gone = mark.streamSeq;
    }
    return kept;
  }

  async #stillThere(mark: { readonly streamSeq: number; readonly eventId: string }): Promise<boolean> {
    return (await this.#broker.idAt(mark.streamSeq)) === mark.eventId;
  }

  async #republish(round: number, era: number): Promise<number> {
    let count = 0;
    for (let position: string | undefined; ; ) {
      const page = await this.#log.unacknowledged(position, PAGE);
      if (page.events.length === 0) return count;
      for (const event of page.events) {
        const { streamSeq } = await this.#broker.publish(event);
        if (this.#broker.era() !== era) throw new TransientFault('The broker went away while it was compared with the log');
        await this.#log.acknowledged([{ streamSeq, eventId: event.id }], round);
        await this.#crash.at('guard.after-republish');
        count += 1;
      }
      position = page.position;
    }
  }
}
