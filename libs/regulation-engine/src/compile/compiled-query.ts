import type { PeriodKind } from '@huiyin/deadline-rules';
import type { CompiledExpression } from '../cel/expression.ts';
import type { QueryDocument } from '../language/table-document.ts';
import type { CompiledItem } from './compiled-item.ts';

/** Rows a query or view runs over. */
export type RowSource =
  | { readonly type: 'matters'; readonly kind: string }
  | { readonly type: 'steps'; readonly kind: string }
  | { readonly type: 'lines'; readonly kind: string; readonly field: string }
  | { readonly type: 'ledger'; readonly ledger: string };

export type QueryWindow = { readonly period: PeriodKind } | { readonly back: string } | 'ever';

export interface CompiledQuery extends CompiledItem {
  readonly name: string;
  /** As it stands in `facts.<key>`, and as `needs` and `Facts.queries` name it: the name, or `pack:name` where an earlier pack has one of that name. */
  readonly key: string;
  readonly of: string;
  readonly source: RowSource;
  /** Service that keeps the rows. */
  readonly service: string;
  readonly where?: CompiledExpression;
  readonly per: readonly { readonly name: string; readonly expression: CompiledExpression }[];
  readonly window: QueryWindow;
  readonly at?: CompiledExpression;
  readonly on?: CompiledExpression;
  readonly take: QueryDocument['take'];
  readonly field?: { readonly name: string; readonly expression: CompiledExpression };
  readonly max?: number;
  /** Every query it reads itself (`facts.x` in `where` or `at`). */
  readonly reads: readonly string[];
}
