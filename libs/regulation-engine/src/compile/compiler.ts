import type { Environment } from '@marcbachmann/cel-js';
import { compileExpression, EvaluationFault } from '../cel/expression.ts';
import type { CompiledExpression } from '../cel/expression.ts';
import type { EvaluationSeat } from '../cel/run-environment.ts';
import type { Comparison } from '../cel/strict-text.ts';
import { comparisonOf } from '../cel/words.ts';
import type { ExceptionDocument, Expression, PackDocument, RuleReference } from '../language/pack-document.ts';
import type { Citation } from '../matter/matter.ts';
import { citation } from './citations.ts';
import type { CompiledException, CompiledItem, CompiledParty, CompiledValue } from './compiled-item.ts';
import type { CompiledDistribution } from './compiled-kind.ts';
import type { CompileProblem } from './compiled-policy.ts';
import { literalOrExpression } from './literals.ts';
import { orderOf } from './order-of.ts';

/** What compiling shares: names, problems, and one expression compiled once per pack. */
export class Compiler {
  readonly problems: CompileProblem[] = [];
  readonly values = new Map<string, Map<string, CompiledValue>>();
  readonly parties = new Map<string, Map<string, CompiledParty>>();
  /** By kind. */
  readonly distributions = new Map<string, CompiledDistribution[]>();
  /** Names of the queries of each pack. */
  readonly #queries: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where each pack looks names up. */
  readonly #orders: ReadonlyMap<string, readonly string[]>;
  readonly #cites: ReadonlyMap<string, PackDocument['cites']>;
  readonly #comparisons: ReadonlyMap<string, ReadonlyMap<string, Comparison | undefined>>;
  readonly #environment: Environment;
  readonly #seat: EvaluationSeat;
  readonly #expressions = new Map<string, CompiledExpression>();

  constructor(packs: readonly PackDocument[], environment: Environment, seat: EvaluationSeat) {
    this.#cites = new Map(packs.map((pack) => [pack.pack, pack.cites]));
    this.#comparisons = new Map(packs.map((pack) => [pack.pack, new Map(Object.entries(pack.values ?? {}).map(([name, value]) => [name, comparisonOf(value)]))]));
    this.#queries = new Map(packs.map((pack) => [pack.pack, new Set(Object.keys(pack.queries ?? {}))]));
    this.#orders = new Map(packs.map(({ pack }) => [pack, orderOf(packs, pack)]));
    this.#environment = environment;
    this.#seat = seat;
  }

  problem(code: string, pack: string, item: string, message: string, severity: 'error' | 'warning' = 'error'): void {
    this.problems.push({ severity, code, pack, item, message });
  }

  cite(pack: string, rule: RuleReference | undefined, fallback?: string): Citation {
    return citation(pack, this.#cites.get(pack), rule, fallback);
  }

  /** Every rule an item carries out, by its whole name. */
  rules(pack: string, rule: RuleReference | undefined): ReadonlySet<string> {
    return new Set((Array.isArray(rule) ? (rule as readonly (string | number)[]) : [rule]).map((each) => this.cite(pack, each as RuleReference | undefined).rule));
  }

  item(pack: string, path: string, rule: RuleReference | undefined, fallback?: string): CompiledItem {
    return { item: `${pack}/${path}`, pack, citation: this.cite(pack, rule, fallback) };
  }

  /** Compiles an expression. A fault becomes a problem, and the expression one that always fails: what is wrong refuses. */
  expression(pack: string, source: Expression, path: string): CompiledExpression {
    const key = `${pack}\u0000${source}`;
    const known = this.#expressions.get(key);
    if (known) return known;
    try {
      const compiled = compileExpression(source, pack, this.#environment, this.#seat, (name) => this.comparison(pack, name));
      this.#expressions.set(key, compiled);
      return compiled;
    } catch (error) {
      this.problem('syntax', pack, path, `${source}: ${error instanceof Error ? error.message : String(error)}`);
      return failing(source, pack, error);
    }
  }

  optional(pack: string, source: Expression | undefined, path: string): CompiledExpression | undefined {
    return source === undefined ? undefined : this.expression(pack, source, path);
  }

  exceptions(pack: string, documents: readonly ExceptionDocument[] | undefined, path: string): readonly CompiledException[] {
    return (documents ?? []).map((document, index) => {
      const at = `${path}.unless[${index}]`;
      return {
        ...this.item(pack, at, document.rule),
        if: this.expression(pack, document.if, `${at}.if`),
        then: literalOrExpression(document.then, (source) => this.expression(pack, source, `${at}.then`)),
        unless: this.exceptions(pack, document.unless, at),
      };
    });
  }

  /** What varies a pack first, then its own name, then the core's, then the other packs' in order. */
  value(pack: string, name: string): CompiledValue | undefined {
    return this.#lookUp(this.values, pack, name);
  }

  party(pack: string, name: string): CompiledParty | undefined {
    return this.#lookUp(this.parties, pack, name);
  }

  comparison(pack: string, name: string): Comparison | undefined {
    for (const id of this.order(pack)) {
      const comparisons = this.#comparisons.get(id);
      if (comparisons?.has(name)) return comparisons.get(name);
    }
    return undefined;
  }

  /** Key of the query that `facts.<name>` means in a pack: its own, then the core's, then the first of the others. */
  queryKey(pack: string, name: string): string {
    const owner = this.order(pack).find((id) => this.#queries.get(id)?.has(name));
    const first = [...this.#queries].find(([, names]) => names.has(name))?.[0];
    return owner === undefined || owner === first ? name : `${owner}:${name}`;
  }

  /** Bare names of queries as paths: `ratio(a, b)` → `ratio(facts.a, facts.b)`. */
  withQueries(pack: string, source: string): string {
    const known = (name: string): boolean => this.order(pack).some((id) => this.#queries.get(id)?.has(name));
    return source.replace(/(?<![.\w'"])([A-Za-z][A-Za-z0-9]*)(?![\w('"])/g, (name) => (known(name) ? `facts.${name}` : name)).replace(/\bquery:(facts\.)?/g, 'facts.');
  }

  /** What varies the pack, the last adopted first, the pack itself, the cores, then all in the order of adoption. */
  order(pack: string): readonly string[] {
    return this.#orders.get(pack) ?? orderOf([...this.#cites.keys()].map((id) => ({ pack: id })), pack);
  }

  #lookUp<T>(tables: ReadonlyMap<string, ReadonlyMap<string, T>>, pack: string, name: string): T | undefined {
    for (const id of this.order(pack)) {
      const found = tables.get(id)?.get(name);
      if (found) return found;
    }
    return undefined;
  }
}

function failing(source: string, pack: string, error: unknown): CompiledExpression {
  const fail = (): never => {
    throw new EvaluationFault(source, error instanceof Error ? error.message : String(error));
  };
  return { source, pack, reads: [], asksForPersons: false, evaluate: fail, test: fail };
}
