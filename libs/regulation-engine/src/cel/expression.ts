import type { Environment } from '@marcbachmann/cel-js';
import { callsAny, firstLine, parseExpression } from './ast.ts';
import { directly, UNDECIDED } from './direct.ts';
import type { Direct } from './direct.ts';
import { readsOf } from './reads.ts';
import { strictText } from './strict-text.ts';
import type { ComparisonOf } from './strict-text.ts';
import { PERSON_FUNCTIONS } from './run-environment.ts';
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
  /** It calls a function that looks at the directory. */
  readonly asksForPersons: boolean;
  /** Ints are bigint inside; see `plain()` for JSON. Throws {@link EvaluationFault}. */
  evaluate(scope: EvaluationScope): unknown;
  /** As `evaluate`, but anything else than a bool is a fault too. */
  test(scope: EvaluationScope): boolean;
}

export function compileExpression(source: string, pack: string, environment: Environment, seat: EvaluationSeat, comparisonOf: ComparisonOf): CompiledExpression {
  const node = parseExpression(source);
  const reads = readsOf(node);
  const readsValues = readsRoot(reads, 'values');
  const readsFacts = readsRoot(reads, 'facts');
  const run = environment.parse(strictText(node, comparisonOf));
  const direct = directly(run.ast);
  // Types are checked by the library before it first evaluates; until then nothing is given without it.
  let isChecked = false;
  const byLibrary = (scope: EvaluationScope): unknown => {
    const { functions, pack: packBefore } = seat;
    seat.functions = scope.functions;
    seat.pack = pack;
    try {
      const value = run(scope.names);
      isChecked = true;
      return value;
    } catch (error) {
      throw error instanceof EvaluationFault ? error : new EvaluationFault(source, firstLine(error));
    } finally {
      seat.functions = functions;
      seat.pack = packBefore;
    }
  };
  const evaluate = (scope: EvaluationScope): unknown => {
    const { names } = scope;
    const { values, facts } = names;
    if (readsValues) names['values'] = scope.valuesOf(pack);
    if (readsFacts && scope.factsOf) names['facts'] = scope.factsOf(pack);
    try {
      const value = direct && isChecked ? withoutFault(direct, names) : UNDECIDED;
      return value === UNDECIDED ? byLibrary(scope) : value;
    } finally {
      if (readsValues) names['values'] = values;
      if (readsFacts) names['facts'] = facts;
    }
  };
  return {
    source,
    pack,
    reads,
    asksForPersons: callsAny(node, PERSON_FUNCTIONS),
    evaluate,
    test(scope) {
      const result = evaluate(scope);
      if (typeof result === 'boolean') return result;
      throw new EvaluationFault(source, `gives ${result === null ? 'nothing' : typeof result}, not true or false`);
    },
  };
}

/** What goes wrong is told by the library. */
function withoutFault(direct: Direct, names: EvaluationScope['names']): unknown {
  try {
    return direct(names);
  } catch {
    return UNDECIDED;
  }
}

function readsRoot(reads: readonly string[], root: string): boolean {
  return reads.some((path) => path === root || path.startsWith(`${root}.`));
}
