import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { EvaluationScope } from '../cel/expression.ts';
import type { FunctionContext } from '../cel/function-context.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import type { View } from './view-class.ts';
import { LinkResolver } from './view-factory.ts';
import { expressed } from './expressed.ts';
import { valuesView } from './values-view.ts';
import type { Facts } from '../run/outcome.ts';

/** Names an expression finds, by need of the place it stands in. */
export interface ScopeNames {
  matter?: Matter | undefined;
  after?: Matter | undefined;
  act?: { readonly kind: string; readonly input: FactMap; readonly line?: string };
  line?: { readonly kind: string; readonly field: string; readonly facts: FactMap } | { readonly value: unknown };
  event?: { readonly type: string; readonly kind: string; readonly at: string; readonly by: string };
  actor?: string;
  it?: Matter | { readonly value: unknown };
  value?: unknown;
  starter?: string;
}

/** The scope of one evaluation pass. Views are made when first asked for. */
export class RunScope implements EvaluationScope {
  readonly names: Record<string, unknown>;
  readonly functions: FunctionContext;
  readonly #policy: CompiledPolicy;
  readonly #links: LinkResolver;
  readonly #values = new Map<string, View>();

  constructor(policy: CompiledPolicy, facts: Facts, now: string, functions: FunctionContext, own: Matter | undefined, given: ScopeNames) {
    this.#policy = policy;
    this.functions = functions;
    this.#links = new LinkResolver(policy.factory, (id) => (own?.id === id ? own : facts.matter(id)));
    this.names = {
      matter: null, after: null, act: null, event: null, actor: null, line: null, it: null, key: null, value: null, starter: null,
      now, facts: queryFacts(facts.queries), values: null,
    };
    this.set(given);
  }

  /** Puts names in scope; leaves the others. */
  set(given: ScopeNames): this {
    const { factory } = this.#policy;
    if (given.matter) this.names['matter'] = factory.matter(given.matter, this.#links);
    if (given.after) this.names['after'] = factory.matter(given.after, this.#links);
    if (given.act) this.names['act'] = given.act.line === undefined ? factory.input(given.act.kind, given.act.input, this.#links) : factory.line(given.act.kind, given.act.line, given.act.input, this.#links);
    if (given.line) this.names['line'] = 'field' in given.line ? factory.line(given.line.kind, given.line.field, given.line.facts, this.#links) : given.line.value;
    if (given.event) this.names['event'] = given.event;
    if (given.actor !== undefined) this.names['actor'] = given.actor;
    if (given.it) this.names['it'] = 'seq' in given.it ? factory.matter(given.it, this.#links) : given.it.value;
    if ('value' in given) this.names['value'] = given.value;
    if (given.starter !== undefined) this.names['starter'] = given.starter;
    return this;
  }

  /** A linked matter as expressions see it; without a copy here, reading it is a fault. */
  linked(kind: string, id: string): View | string {
    return this.#links.view(kind, id);
  }

  valuesOf(pack: string): View {
    const known = this.#values.get(pack);
    if (known) return known;
    const view = valuesView(this.#policy, pack, this);
    this.#values.set(pack, view);
    return view;
  }
}

function queryFacts(queries: Readonly<Record<string, FactValue>> | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(queries ?? {}).map(([name, value]) => [name, expressed(value)]));
}
