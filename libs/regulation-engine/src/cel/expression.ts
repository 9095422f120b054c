import type { Environment } from '@marcbachmann/cel-js';
import { firstLine, parseExpression } from './ast.ts';
import { readsOf } from './reads.ts';
import { strictText } from './strict-text.ts';
import type { ComparisonOf } from './strict-text.ts';
import type { EvaluationSeat } from './run-environment.ts';
import type { FunctionContext } from './function-context.ts';

/** Where names are looked up. `values` is filled in per pack. */
export interface EvaluationScope {
  readonly names: Record<string, unknown>;
  valuesOf(pack: string): unknown;
  /** Answers of queries as this pack names them; left out: as they stand in `names`. */
  factsOf?(pack: string): unknown;
  readonly functions: FunctionContext;
}

/** An expression that could not be evaluated. It refuses the act, or holds the item where nothing can be refused. */
export class EvaluationFault extends Error {
  readonly source: string;
  readonly reason: string;
  constructor(source: string, reason: string) {
    super(`${source}: ${reason}`);
    this.name = 'EvaluationFault';
    this.source = source;
    this.reason = reason;
  }
}

/** A compiled expression of one pack. */
export interface CompiledExpression {
  readonly source: string;
  readonly pack: string;
  readonly reads: readonly string[];
  /** Ints are bigint inside; see `plain()` for JSON. Throws {@link EvaluationFault}. */
  evaluate(scope: EvaluationScope): unknown;
  /** As `evaluate`, but anything else than a bool is a fault too. */
  test(scope: EvaluationScope): boolean;
}

export function compileExpression(source: string, pack: string, environment: Environment, seat: EvaluationSeat, comparisonOf: ComparisonOf): CompiledExpression {
  const node = parseExpression(source);
  const reads = readsOf(node);
  const run = environment.parse(strictText(node, comparisonOf));
  const evaluate = (scope: EvaluationScope): unknown => {
    const before = { functions: seat.functions, pack: seat.pack };
    const { names } = scope;
    const { values, facts } = names;
    seat.functions = scope.functions;
    seat.pack = pack;
    names['values'] = scope.valuesOf(pack);
    if (scope.factsOf) names['facts'] = scope.factsOf(pack);
    try {
      return run(names);
    } catch (error) {
      throw error instanceof EvaluationFault ? error : new EvaluationFault(source, firstLine(error));
    } finally {
      seat.functions = before.functions;
      seat.pack = before.pack;
      names['values'] = values;
      names['facts'] = facts;
    }
  };
  return {
    source,
    pack,
    reads,
    evaluate,
    test(scope) {
      const result = evaluate(scope);
      if (typeof result === 'boolean') return result;
      throw new EvaluationFault(source, `gives ${result === null ? 'nothing' : typeof result}, not true or false`);
    },
  };
}
