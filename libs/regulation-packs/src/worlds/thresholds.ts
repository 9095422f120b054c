import { answerQuery, thresholdsReached } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Facts, FactValue, QueryRows, ReachedThreshold } from '@huiyin/regulation-engine';

/** Queries that an effect waits for. */
function watchedQueries(policy: CompiledPolicy): readonly string[] {
  const kinds = [...policy.kinds.values()].flatMap(({ plain, governed }) => [plain, ...governed.map(({ kind }) => kind)]);
  const named = kinds.flatMap(({ thresholdEffects }) => thresholdEffects.map(({ pack, threshold }) => (threshold === undefined ? '' : policy.queryKey(pack, threshold.query))));
  return [...new Set(named)].filter((name) => name !== '');
}

/** Counts as they stood last, so that it shows when one reaches its threshold; what is reached happens once. */
export class Thresholds {
  readonly #last = new Map<string, FactValue>();
  readonly #fired = new Set<string>();

  copy(): Thresholds {
    const copied = new Thresholds();
    for (const [query, answer] of this.#last) copied.#last.set(query, answer);
    for (const id of this.#fired) copied.#fired.add(id);
    return copied;
  }

  /** What has been reached since the last look, each once. */
  reached(policy: CompiledPolicy, rows: QueryRows, facts: Facts, now: string): readonly ReachedThreshold[] {
    return watchedQueries(policy).flatMap((query) => {
      const after = answerQuery(policy, query, rows, { facts }, now);
      const before = this.#last.get(query) ?? [];
      this.#last.set(query, after);
      return thresholdsReached(policy, { query, before, after }, facts, now, 'operator').filter(({ id }) => !this.#fired.has(id) && this.#fired.add(id) !== undefined);
    });
  }
}
