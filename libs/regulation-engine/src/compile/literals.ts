import type { CompiledExpression } from '../cel/expression.ts';
import type { FactValue } from '../matter/matter.ts';

export type LiteralOrExpression = { readonly literal: FactValue } | { readonly expression: CompiledExpression };

const WORD = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const QUOTED = /^'([^']*)'$|^"([^"]*)"$/;
const FIGURE = /^-?\d+(?:\.\d+)?%?$|^P(?=[\dT])[\dA-Z]+$/;
/** Words that are names of the scope; as a literal text they take quotes. */
export const SCOPE_WORDS: ReadonlySet<string> = new Set(['now', 'actor', 'starter', 'line', 'key', 'value', 'it']);

/** A value in a cell, a `then`, a `default`: figures and single words are literals, quoted texts too; anything else is CEL. */
export function literalOrExpression(value: unknown, compile: (source: string) => CompiledExpression): LiteralOrExpression {
  if (typeof value !== 'string') return { literal: (value ?? null) as FactValue };
  const quoted = QUOTED.exec(value);
  if (quoted) return { literal: quoted[1] ?? quoted[2] ?? '' };
  if (SCOPE_WORDS.has(value)) return { expression: compile(value) };
  if (WORD.test(value) || FIGURE.test(value)) return { literal: value };
  return { expression: compile(value) };
}
