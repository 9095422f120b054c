import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { CompiledQuery } from '../compile/compiled-query.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { keyed, rowKey } from './entry-keys.ts';
import { expressed } from './expressed.ts';

/** An answer as expressions compute with it; each of its rows knows what tells it apart. */
export function expressedAnswer(policy: CompiledPolicy, name: string, answer: FactValue): unknown {
  const query = policy.queries.get(name);
  if (!query || !Array.isArray(answer)) return expressed(answer);
  const key = rowKey(query, lineKeyOf(policy, query));
  return answer.map((row: FactValue) => {
    const entry = expressed(row);
    return isRow(row) ? keyed(entry as object, key(row)) : entry;
  });
}

function isRow(row: FactValue): row is FactMap {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function lineKeyOf({ kinds }: CompiledPolicy, { source }: CompiledQuery): string | undefined {
  if (source.type !== 'lines') return undefined;
  const family = kinds.get(source.kind);
  return [...(family?.governed.map(({ kind }) => kind) ?? []), ...(family ? [family.plain] : [])].map((kind) => kind.fields.get(source.field)?.lineKey).find((key) => key !== undefined);
}
