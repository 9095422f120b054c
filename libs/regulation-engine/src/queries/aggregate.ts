import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledQuery } from '../compile/compiled-query.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { exactQuotient, exactSum } from '../figures/exact.ts';

export interface TakenRow {
  readonly fact: FactMap;
  readonly value: FactValue;
  readonly at: string;
}

/** What a query takes of its rows. Rows without a value count for nothing but `count`, `exists` and `list`. */
export function aggregate(query: Pick<CompiledQuery, 'name' | 'take' | 'field' | 'max'>, rows: readonly TakenRow[]): FactValue {
  const values = rows.map(({ value }) => value).filter((value) => value !== null);
  switch (query.take) {
    case 'count':
      return rows.length;
    case 'exists':
      return rows.length > 0;
    case 'list':
      // A list cut short would let through what a gate over all of it refuses.
      if (query.max !== undefined && rows.length > query.max) throw new EvaluationFault(`facts.${query.name}`, `has ${rows.length} rows, more than ${query.max}`);
      return query.field ? values : rows.map(({ fact }) => fact);
    case 'latest': {
      const last = rows.reduce<TakenRow | undefined>((best, row) => (best && best.at > row.at ? best : row), undefined);
      return last === undefined ? null : query.field ? last.value : last.fact;
    }
    case 'sum':
      return exactSum(numbers(query, values));
    case 'mean':
      return values.length === 0 ? null : exactQuotient(exactSum(numbers(query, values)), values.length);
    case 'min':
    case 'max':
      return extreme(values, query.take === 'min' ? -1 : 1);
  }
}

function numbers(query: Pick<CompiledQuery, 'name'>, values: readonly FactValue[]): readonly number[] {
  return values.map((value) => {
    if (typeof value === 'number') return value;
    throw new EvaluationFault(`facts.${query.name}`, `${JSON.stringify(value)} is no number`);
  });
}

function extreme(values: readonly FactValue[], sign: 1 | -1): FactValue {
  return values.reduce<FactValue>((best, value) => (best === null || ((value as number) > (best as number) === (sign === 1) && value !== best) ? value : best), null);
}
