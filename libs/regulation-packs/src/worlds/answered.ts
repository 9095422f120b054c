import { answerQuery } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Facts, FactValue, QueryAsker, QueryRows } from '@huiyin/regulation-engine';

/** The asker's facts with the answers of these queries over the rows given; a later one may read those before it. Throws as `answerQuery` does. */
export function answered(policy: CompiledPolicy, queries: readonly { readonly name: string; readonly at?: string }[], rows: QueryRows, asker: QueryAsker, now: string): Facts {
  return queries.reduce<Facts>((facts, { name, at }) => {
    const answer: FactValue = answerQuery(policy, name, rows, { ...asker, facts, ...(at !== undefined && { at }) }, now);
    return { ...facts, queries: { ...facts.queries, [name]: answer } };
  }, asker.facts);
}
