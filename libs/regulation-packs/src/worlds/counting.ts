import { answerQuery, closeIndicator, countsTouched, cycleCounts, cycleDues, needsOfCycleCounts, needsOfCycles, needsOfIndicator, thresholdsReached } from '@huiyin/regulation-engine';
import type { ClosedIndicator, CompiledPolicy, CycleCount, CycleMatter, EngineEvent, Facts, FactValue, Matter, QueryRows, ReachedThreshold } from '@huiyin/regulation-engine';
import { answered } from './answered.ts';

/** What the counting service has at hand when it looks. */
export interface Look {
  /** Rows of every query: matters with their entries. */
  readonly rows: QueryRows;
  readonly facts: Facts;
  /** The operator's instant. */
  readonly now: string;
  exists(id: string): boolean;
}

/**
 * The part of the service that counts: what it calls of the engine, with which facts, in which order (docs/extend.md). It opens and performs
 * nothing itself. It remembers the counts as they stood last, window by window, so that it shows when one reaches its figure.
 */
export class Counting {
  readonly #policy: CompiledPolicy;
  readonly #last = new Map<string, FactValue>();

  constructor(policy: CompiledPolicy) {
    this.#policy = policy;
  }

  copy(): Counting {
    const copied = new Counting(this.#policy);
    for (const [count, answer] of this.#last) copied.#last.set(count, answer);
    return copied;
  }

  /** What cycles owe by now. `since`: the later of the last look and the instant the policy came into force. */
  owed({ rows, facts, now, exists }: Look, since?: string): readonly CycleMatter[] {
    return cycleDues(this.#policy, now, answered(this.#policy, needsOfCycles(this.#policy), rows, { facts }, now), exists, since);
  }

  /** Acts on duties towards which an event counts. */
  counted({ rows, facts, now }: Look, event: EngineEvent, source: Matter): readonly CycleCount[] {
    const asked = needsOfCycleCounts(this.#policy, event.type);
    return cycleCounts(this.#policy, event, source, answered(this.#policy, asked, rows, { facts, matter: source, actor: event.by.id }, now));
  }

  /** Counts that an event has brought to their figure, those aside that are kept already. */
  reached({ rows, facts, now, exists }: Look, event: EngineEvent, source: Matter): readonly ReachedThreshold[] {
    return countsTouched(this.#policy, event, source, facts, now).flatMap(({ query, at, window }) => {
      const after = answerQuery(this.#policy, query, rows, { facts }, at);
      const count = `${query} ${window}`;
      const before = this.#last.get(count) ?? [];
      this.#last.set(count, after);
      return thresholdsReached(this.#policy, { query, before, after }, facts, at).filter(({ id }) => !exists(id));
    });
  }

  /** How an indicator stands in the period that holds `at`; to be opened from its `closesAt` on, corrected where it is open already. */
  scored({ rows, facts }: Look, indicator: string, at: string): ClosedIndicator | undefined {
    return closeIndicator(this.#policy, indicator, at, answered(this.#policy, needsOfIndicator(this.#policy, indicator), rows, { facts }, at));
  }
}
