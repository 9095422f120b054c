import type { Environment } from '@marcbachmann/cel-js';
import { RUNS } from '../cel/strict-text.ts';
import { MATTER_MEMBERS, doneMember, stepMember, stepRuns } from './matter-members.ts';
import { rowClass } from './row-class.ts';
import type { RowOf } from './row-class.ts';
import { viewClass } from './view-class.ts';
import type { FactMap, Matter } from '../matter/matter.ts';
import { factMembers } from './fact-members.ts';
import type { FactSource } from './fact-members.ts';
import type { FieldShape, KindShape } from './field-shape.ts';
import type { View, ViewConstructor } from './view-class.ts';

/** Finds linked matters; undefined: no copy here. */
export interface LinkedMatters {
  matter(id: string): Matter | undefined;
}

/** A matter as seen: its own, or a linked one of which there may be no copy. */
export interface MatterSource extends FactSource {
  readonly id: string;
  readonly kind: string;
  readonly matter: Matter;
}

interface KindViews {
  readonly matter: ViewConstructor<MatterSource>;
  readonly input: ViewConstructor<FactSource>;
  readonly lines: ReadonlyMap<string, ViewConstructor<FactSource>>;
  readonly did: ViewConstructor<Matter>;
  readonly steps: ViewConstructor<Matter>;
}

/** Resolves ids to views of linked matters, one view per id and run, so that links compare by identity. */
export class LinkResolver {
  #views: Map<string, View> | undefined;
  readonly #factory: ViewFactory;
  readonly #linked: LinkedMatters;
  readonly #own: Matter | undefined;
  /** @param own found as it is here, whatever is stored */
  constructor(factory: ViewFactory, linked: LinkedMatters, own: Matter | undefined) {
    this.#factory = factory;
    this.#linked = linked;
    this.#own = own;
  }
  view(kind: string, id: string): View | string {
    const known = this.#views?.get(id);
    if (known) return known;
    const matter = this.#own?.id === id ? this.#own : this.#linked.matter(id);
    const view = this.#factory.linked(kind, id, matter, this);
    if (typeof view !== 'string') (this.#views ??= new Map()).set(id, view);
    return view;
  }
}

/** A linked matter of which there is no copy: reading anything but its id is a fault. */
class UnknownMatter implements MatterSource {
  readonly id: string;
  readonly kind: string;
  readonly links: LinkResolver;
  constructor(id: string, kind: string, links: LinkResolver) {
    this.id = id;
    this.kind = kind;
    this.links = links;
  }
  get matter(): Matter {
    throw new Error(`no copy of ${this.kind} ${this.id} here`);
  }
  get facts(): FactMap {
    return this.matter.facts;
  }
}

/** Makes the views of one policy's kinds and registers them with its environment. */
export class ViewFactory {
  readonly #kinds = new Map<string, KindViews>();
  readonly #rows = new Map<string, ViewConstructor<RowOf>>();

  /** `rowSources`: `kind.steps` and `kind.<lines>` that queries run over. */
  constructor(shapes: Iterable<KindShape>, environment: Environment, rowSources: readonly string[] = []) {
    for (const shape of shapes) {
      for (const source of rowSources.filter((of) => of.startsWith(`${shape.name}.`))) {
        const row = rowClass(shape, source.slice(shape.name.length + 1), (id, links, matter) => this.linked(shape.name, id, matter, links));
        this.#rows.set(source, row);
        environment.registerType(`Row_${source.replace('.', '_')}`, row);
      }
      const views = kindViews(shape);
      this.#kinds.set(shape.name, views);
      environment.registerType(`Matter_${shape.name}`, views.matter);
      environment.registerType(`Input_${shape.name}`, views.input);
      environment.registerType(`Did_${shape.name}`, views.did);
      environment.registerType(`Steps_${shape.name}`, views.steps);
      for (const [field, line] of views.lines) environment.registerType(`Line_${shape.name}_${field}`, line);
    }
  }

  matter(matter: Matter, links: LinkResolver): View {
    return new (this.#of(matter.kind).matter)({ id: matter.id, kind: matter.kind, matter, facts: matter.facts, links });
  }

  linked(kind: string, id: string, matter: Matter | undefined, links: LinkResolver): View | string {
    const views = this.#kinds.get(matter?.kind ?? kind);
    if (!views) return id;
    return new views.matter(matter ? { id, kind, matter, facts: matter.facts, links } : new UnknownMatter(id, kind, links));
  }

  input(kind: string, facts: FactMap, links: LinkResolver): View {
    return new (this.#of(kind).input)({ facts, links });
  }

  line(kind: string, field: string, facts: FactMap, links: LinkResolver): View {
    const line = this.#of(kind).lines.get(field);
    if (!line) throw new Error(`${kind}.${field} has no lines`);
    return new line({ facts, links });
  }

  /** A step's run or a line as a row: its own members, then those of the matter it stands in, and `matter` itself. */
  row(source: string, own: Readonly<Record<string, unknown>>, matter: Matter, links: LinkResolver): View {
    const row = this.#rows.get(source);
    if (!row) throw new Error(`no rows ${source}`);
    return new row({ own, id: matter.id, kind: matter.kind, matter, facts: matter.facts, links });
  }

  #of(kind: string): KindViews {
    const views = this.#kinds.get(kind);
    if (!views) throw new Error(`unknown kind ${kind}`);
    return views;
  }
}

function kindViews(shape: KindShape): KindViews {
  const lines = new Map<string, ViewConstructor<FactSource>>();
  for (const [name, field] of shape.fields) {
    if (field.lineFields) lines.set(name, viewClass<FactSource>(factMembers(withKey(field), new Map()), (source) => source.facts));
  }
  const facts = factMembers(shape.fields, lines);
  const done = new Map(shape.acts.map((act) => [act, doneMember(act)]));
  const steps = new Map([...shape.steps, 'fallback'].map((step) => [step, stepMember(step)]));
  const Did = viewClass<Matter>(done, () => null);
  const Steps = viewClass<Matter>(steps, () => null);
  const members = new Map<string, (source: MatterSource) => unknown>(facts);
  for (const [name, member] of MATTER_MEMBERS) members.set(name, member);
  members.set('did', (source) => new Did(source.matter));
  members.set('steps', (source) => new Steps(source.matter));
  members.set(RUNS, (source) => stepRuns(source.matter));
  return { matter: viewClass(members, (source) => source.id), input: viewClass(facts, (source) => source.facts), lines, did: Did, steps: Steps };
}

/** A line is also read by its key, declared among its fields or not. */
function withKey({ key, lineFields }: FieldShape): ReadonlyMap<string, FieldShape> {
  return key === undefined || lineFields!.has(key) ? lineFields! : new Map([[key, { type: 'text' }], ...lineFields!]);
}
