import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { EvaluationScope } from '../cel/expression.ts';
import type { FunctionContext } from '../cel/function-context.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import type { View } from './view-class.ts';
import { LinkResolver } from './view-factory.ts';
import { DirectoryFunctions } from '../parties/directory-functions.ts';
import { expressedAnswer } from './expressed-answer.ts';
import { valuesView } from './values-view.ts';
import type { Facts } from '../run/outcome.ts';

/** What expressions read of an event. `countsAt`: the instant it counts for; at an exclusive end, one within the period that ended. */
export interface EventNames {
  readonly type: string;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
  readonly countsAt?: string;
  /** Step, who owed it, and the line, where it is a step's event or a line's. */
  readonly step?: string;
  readonly who?: string | null;
  readonly line?: string | null;
}

/** Names an expression finds, by need of the place it stands in. */
export interface ScopeNames {
  matter?: Matter | undefined;
  after?: Matter | undefined;
  act?: { readonly kind: string; readonly input: FactMap; readonly line?: string };
  line?: { readonly kind: string; readonly field: string; readonly facts: FactMap } | { readonly value: unknown };
  event?: EventNames;
  actor?: string;
  it?: Matter | { readonly value: unknown };
  key?: Readonly<Record<string, unknown>>;
  value?: unknown;
  starter?: string;
}

/** The scope of one evaluation pass. Views are made when first asked for. */
export class RunScope implements EvaluationScope {
  readonly names: Record<string, unknown>;
  readonly functions: FunctionContext;
  readonly #policy: CompiledPolicy;
  readonly #links: LinkResolver;
  #values: Map<string, View> | undefined;

  /** @param own the matter that the pass is about: read as it is here, not as it is stored */
  constructor(policy: CompiledPolicy, facts: Facts, now: string, own: Matter | undefined, given: ScopeNames) {
    this.#policy = policy;
    this.functions = new DirectoryFunctions(policy, facts.directory, now, this);
    this.#links = new LinkResolver(policy.factory, facts, own);
    this.names = {
      matter: null, after: null, act: null, event: null, actor: null, line: null, it: null, key: null, value: null, starter: null,
      now, facts: queryFacts(policy, facts.queries), values: null,
    };
    this.set(given);
    if (own && !given.matter) this.names['matter'] = this.matterView(own);
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
    if (given.key) this.names['key'] = given.key;
    if ('value' in given) this.names['value'] = given.value;
    if (given.starter !== undefined) this.names['starter'] = given.starter;
    return this;
  }

  /** A linked matter as expressions see it; without a copy here, reading it is a fault. */
  linked(kind: string, id: string): View | string {
    return this.#links.view(kind, id);
  }

  matterView(matter: Matter): View {
    return this.#policy.factory.matter(matter, this.#links);
  }

  /** A row within a matter: a step's run, or a line. */
  row(source: string, matter: Matter, own: { readonly facts: FactMap } | Readonly<Record<string, unknown>>): View {
    const [kind, field] = source.split('.') as [string, string];
    return this.#policy.factory.row(source, 'facts' in own ? (this.#policy.factory.line(kind, field, own['facts'] as FactMap, this.#links) as never) : own, matter, this.#links);
  }

  /** Answers of queries as a pack names them. */
  factsOf(pack: string): unknown {
    const shadowed = this.#policy.shadowedQueries.get(pack);
    if (!shadowed) return this.names['facts'];
    const all = this.names['facts'] as Readonly<Record<string, unknown>>;
    return { ...all, ...Object.fromEntries([...shadowed].filter(([, key]) => key in all).map(([name, key]) => [name, all[key]])) };
  }

  valuesOf(pack: string): View {
    this.#values ??= new Map();
    const known = this.#values.get(pack);
    if (known) return known;
    const view = valuesView(this.#policy, pack, this);
    this.#values.set(pack, view);
    return view;
  }
}

const NO_ANSWERS: Readonly<Record<string, unknown>> = Object.freeze({});
const answered = new WeakMap<object, { readonly count: number; readonly facts: Readonly<Record<string, unknown>> }>();

/** Answers as expressions see them, made once per act however many scopes read them; again where a further answer came in. */
function queryFacts(policy: CompiledPolicy, queries: Readonly<Record<string, FactValue>> | undefined): Readonly<Record<string, unknown>> {
  if (!queries) return NO_ANSWERS;
  const count = Object.keys(queries).length;
  const known = answered.get(queries);
  if (known?.count === count) return known.facts;
  const facts = Object.fromEntries(Object.entries(queries).map(([name, answer]) => [name, expressedAnswer(policy, name, answer)]));
  answered.set(queries, { count, facts });
  return facts;
}
