import type { Environment } from '@marcbachmann/cel-js';
import { MATTER_MEMBERS, doneMember, stepMember } from './matter-members.ts';
import { viewClass } from './view-class.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import type { FieldShape, KindShape } from './field-shape.ts';
import type { View, ViewConstructor } from './view-class.ts';

/** Finds linked matters; undefined: no copy here. */
export type LinkedMatter = (id: string) => Matter | undefined;

export interface FactSource {
  readonly facts: FactMap;
  readonly links: LinkResolver;
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
  readonly #views = new Map<string, View>();
  readonly #factory: ViewFactory;
  readonly #find: LinkedMatter;
  constructor(factory: ViewFactory, find: LinkedMatter) {
    this.#factory = factory;
    this.#find = find;
  }
  view(kind: string, id: string): View | string {
    const known = this.#views.get(id);
    if (known) return known;
    const view = this.#factory.linked(kind, id, this.#find(id), this);
    if (typeof view !== 'string') this.#views.set(id, view);
    return view;
  }
}

/** Makes the views of one policy's kinds and registers them with its environment. */
export class ViewFactory {
  readonly #kinds = new Map<string, KindViews>();

  constructor(shapes: Iterable<KindShape>, environment: Environment) {
    for (const shape of shapes) {
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
    const source = { id, kind, links, get matter() { return known(matter, kind, id); }, get facts() { return known(matter, kind, id).facts; } };
    return new views.matter(source);
  }

  input(kind: string, facts: FactMap, links: LinkResolver): View {
    return new (this.#of(kind).input)({ facts, links });
  }

  line(kind: string, field: string, facts: FactMap, links: LinkResolver): View {
    const line = this.#of(kind).lines.get(field);
    if (!line) throw new Error(`${kind}.${field} has no lines`);
    return new line({ facts, links });
  }

  #of(kind: string): KindViews {
    const views = this.#kinds.get(kind);
    if (!views) throw new Error(`unknown kind ${kind}`);
    return views;
  }
}

function known(matter: Matter | undefined, kind: string, id: string): Matter {
  if (matter) return matter;
  throw new Error(`no copy of ${kind} ${id} here`);
}

function kindViews(shape: KindShape): KindViews {
  const lines = new Map<string, ViewConstructor<FactSource>>();
  for (const [name, field] of shape.fields) {
    if (field.lineFields) lines.set(name, viewClass<FactSource>(factMembers(field.lineFields, new Map()), (source) => source.facts));
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
  return { matter: viewClass(members, (source) => source.id), input: viewClass(facts, (source) => source.facts), lines, did: Did, steps: Steps };
}

function factMembers(fields: ReadonlyMap<string, FieldShape>, lines: ReadonlyMap<string, ViewConstructor<FactSource>>): Map<string, (source: FactSource) => unknown> {
  return new Map([...fields].map(([name, field]) => [name, (source: FactSource) => read(field, source.facts[name] ?? null, source.links, lines.get(name))]));
}

function read(field: FieldShape, value: FactValue, links: LinkResolver, line: ViewConstructor<FactSource> | undefined): unknown {
  if (value === null) return null;
  switch (field.type) {
    case 'int':
    case 'money':
      return BigInt(value as number);
    case 'ref':
      return field.to && field.to !== 'any' ? links.view(field.to, value as string) : value;
    case 'list':
      return (value as readonly FactValue[]).map((entry) => read({ type: field.of ?? 'text', to: field.to }, entry, links, undefined));
    case 'lines':
      return line ? (value as readonly FactMap[]).map((facts) => new line({ facts, links })) : value;
    default:
      return value;
  }
}
