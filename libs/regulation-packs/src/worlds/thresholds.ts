import { answerQuery, countsTouched, thresholdsReached } from '@huiyin/regulation-engine';
import type { CompiledPolicy, EngineEvent, Facts, FactValue, Matter, QueryRows, ReachedThreshold } from '@huiyin/regulation-engine';

/** Counts as they stood last, window by window, so that it shows when one reaches its threshold; what is reached happens once. */
export class Thresholds {
  readonly #last = new Map<string, FactValue>();

  copy(): Thresholds {
    const copied = new Thresholds();
    for (const [count, answer] of this.#last) copied.#last.set(count, answer);
    return copied;
  }

  /** What an event has brought to its threshold. `exists`: matters that are there already. */
  reached(policy: CompiledPolicy, event: EngineEvent, source: Matter, rows: QueryRows, facts: Facts, now: string, exists: (id: string) => boolean): readonly ReachedThreshold[] {
    return countsTouched(policy, event, source, facts, now).flatMap(({ query, at, window }) => {
      const after = answerQuery(policy, query, rows, { facts }, at);
      const count = `${query} ${window}`;
      const before = this.#last.get(count) ?? [];
      this.#last.set(count, after);
      return thresholdsReached(policy, { query, before, after }, facts, at).filter(({ id }) => !exists(id));
    });
  }
}
