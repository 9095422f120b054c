import type { PeriodKind } from '@huiyin/deadline-rules';
import type { CompiledExpression } from '../cel/expression.ts';
import { decimalsOf } from '../figures/decimals-of.ts';
import type { PackDocument } from '../language/pack-document.ts';
import type { BandDocument, IndicatorDocument } from '../language/table-document.ts';
import type { CompiledItem } from './compiled-item.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';
import { literalOrExpression } from './literals.ts';
import type { LiteralOrExpression } from './literals.ts';

/** A bound of a band: a figure, or a value by name. */
export type Bound = { readonly literal: number } | { readonly value: string };

export interface CompiledBand extends CompiledItem {
  readonly upTo?: Bound;
  readonly below?: Bound;
  readonly from?: Bound;
  readonly over?: Bound;
  readonly if?: CompiledExpression;
  readonly gives: LiteralOrExpression;
  /** Where what it gives is posted: `points`, or `pay` as money; a `then` says only what it is. */
  readonly ledger?: 'points' | 'money';
}

export interface CompiledIndicator extends CompiledItem {
  readonly name: string;
  readonly is: CompiledExpression;
  /** To how many decimals its value is kept. */
  readonly decimals?: number;
  readonly notApplicable?: CompiledExpression;
  /** Name of the value that is aimed at. */
  readonly target?: string;
  readonly points?: LiteralOrExpression;
  readonly bands: readonly CompiledBand[];
  readonly rank?: { readonly share: boolean; readonly order: 'up' | 'down' };
  readonly shares?: { readonly of: CompiledExpression; readonly by?: CompiledExpression };
  readonly closes?: PeriodKind;
  readonly appeal?: string;
  /** Keys of the queries it reads. */
  readonly queries: readonly string[];
}

/** Compiles a pack's indicators. A bare name of a query means `facts.<query>`. */
export function compileIndicators(compiler: Compiler, pack: PackDocument): readonly CompiledIndicator[] {
  return Object.entries(pack.indicators ?? {}).map(([name, document]) => compileIndicator(compiler, pack.pack, name, document));
}

function compileIndicator(compiler: Compiler, pack: string, name: string, document: IndicatorDocument): CompiledIndicator {
  const path = `indicators.${name}`;
  const compile = (source: string, part: string) => compiler.expression(pack, compiler.withQueries(pack, source), `${path}.${part}`);
  const optional = (source: string | undefined, part: string) => (source === undefined ? undefined : compile(source, part));
  const target = document.target?.replace(/^value:/, '');
  if (target !== undefined && !compiler.value(pack, target)) compiler.problem('unknownName', pack, `${path}.target`, `no value ${document.target}`);
  const expressions = { is: compile(document.is, 'is'), notApplicable: optional(document.notApplicable, 'notApplicable') };
  const bands = (document.bands ?? []).map((band, index) => compileBand(compiler, pack, `${path}.bands[${index}]`, band, document));
  const points = document.points === undefined ? undefined : given(compiler, pack, document.points, `${path}.points`);
  const shares = document.shares && { of: compile(document.shares.of.replace(/^value:/, 'values.'), 'shares.of'), ...pickDefined({ by: optional(document.shares.by, 'shares.by') }) };
  const read = [expressions.is, expressions.notApplicable, shares?.of, shares?.by, ...[...bands.map(({ gives }) => gives), ...(points ? [points] : [])].map((each) => ('expression' in each ? each.expression : undefined)), ...bands.map((band) => band.if)];
  return {
    ...compiler.item(pack, path, document.rule),
    name, is: expressions.is,
    bands,
    queries: [...new Set(read.flatMap((expression) => expression?.reads ?? []).flatMap((name) => (name.startsWith('facts.') ? [compiler.queryKey(pack, name.split('.')[1]!)] : [])))],
    ...pickDefined({
      decimals: decimalsOf({ type: document.type ?? 'decimal', ...(document.scale !== undefined && { scale: document.scale }) }),
      notApplicable: expressions.notApplicable, target, points, shares, appeal: document.appeal, closes: document.closes as PeriodKind | undefined,
      rank: document.rank && { share: document.rank.ties === 'share', order: document.rank.order ?? 'down' },
    }),
  };
}

function compileBand(compiler: Compiler, pack: string, path: string, band: BandDocument, { rule }: IndicatorDocument): CompiledBand {
  const bound = (text: string | number | undefined, part: string): Bound | undefined => (text === undefined ? undefined : boundOf(compiler, pack, text, `${path}.${part}`));
  return {
    ...compiler.item(pack, path, band.rule ?? rule),
    gives: given(compiler, pack, band.points ?? band.pay ?? band.then ?? null, path),
    ...pickDefined({ ledger: band.points !== undefined ? ('points' as const) : band.pay !== undefined ? ('money' as const) : undefined, upTo: bound(band.upTo, 'upTo'), below: bound(band.below, 'below'), from: bound(band.from, 'from'), over: bound(band.over, 'over'), if: compiler.optional(pack, band.if, `${path}.if`) }),
  };
}

function boundOf(compiler: Compiler, pack: string, text: string | number, path: string): Bound {
  if (typeof text === 'number') return { literal: text };
  const value = /^value:(.+)$/.exec(text)?.[1];
  if (value !== undefined && compiler.value(pack, value)) return { value };
  if (value === undefined && Number.isFinite(Number(text))) return { literal: Number(text) };
  compiler.problem('unknownName', pack, path, `no figure and no value: ${text}`);
  return { literal: Number.NaN };
}

/** `value:x` is read as `values.x`, with its exceptions. */
export function given(compiler: Compiler, pack: string, value: unknown, path: string): LiteralOrExpression {
  const named = typeof value === 'string' ? value.replace(/^(-?)value:([A-Za-z][A-Za-z0-9]*)$/, '$1values.$2') : value;
  return literalOrExpression(named, (source) => compiler.expression(pack, source, path));
}
