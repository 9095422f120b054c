import { plain } from '../cel/plain.ts';
import type { CompiledPolicy, CompiledView } from '../compile/compiled-policy.ts';
import { refusal } from '../decide/refusals.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import type { Actor } from '../matter/person.ts';
import { mayAct } from '../parties/may-act.ts';
import { kindOfMatter } from '../run/kind-of.ts';
import type { Facts } from '../run/outcome.ts';
import { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { nextStep } from '../settle/next-step.ts';
import { askedFor, decidedBy, holds } from './asked-for.ts';
import type { ViewResult } from './view-result.ts';

/**
 * Evaluates a view over given matters: who may open it, its filter, its columns, its order and running number.
 * `filters` are equalities the caller asks for; where they reach beyond what `only` gives him, he is refused by the view's rule.
 * Throws for an unknown view; an expression that fails throws too.
 */
export function runView(policy: CompiledPolicy, name: string, matters: readonly Matter[], facts: Facts, actor: Actor, now: string, filters: FactMap = {}): ViewResult {
  const view = policy.views.get(name);
  if (!view) throw new Error(`no view ${name}`);
  const beyond = (): ViewResult => ({ ok: false, refusals: [refusal('actor', 'notAllowed', view.citation, { view: name, by: view.openTo?.names ?? [], actor: actor.name })] });
  const reading = new Reading(policy, view, facts, actor, now);
  if (!reading.mayOpen()) return beyond();
  const asked = matters.filter((matter) => matter.kind === view.of || policy.kinds.get(matter.kind)?.plain.is === view.of).filter((matter) => reading.passes(matter, filters));
  const shown = asked.filter((matter) => reading.isShown(matter));
  if (Object.keys(filters).length > 0 && (shown.length < asked.length || reading.asksBeyond(filters))) return beyond();
  const rows = ordered(view, shown.map((matter) => reading.row(matter)));
  const numbered = view.number === undefined ? rows : rows.map((row, index) => ({ [view.number!]: index + 1, ...row }));
  return { ok: true, columns: [...(view.number === undefined ? [] : [view.number]), ...view.computed.map((column) => column.name)], rows: numbered.map(({ [SORT]: _, ...row }) => row) };
}

const SORT = '\u0000sort';

class Reading {
  readonly #policy: CompiledPolicy;
  readonly #view: CompiledView;
  readonly #facts: Facts;
  readonly #actor: Actor;
  readonly #now: string;
  constructor(policy: CompiledPolicy, view: CompiledView, facts: Facts, actor: Actor, now: string) {
    this.#policy = policy;
    this.#view = view;
    this.#facts = facts;
    this.#actor = actor;
    this.#now = now;
  }

  mayOpen(): boolean {
    const { openTo } = this.#view;
    if (this.#actor.kind === 'system') return true;
    if (!openTo) return this.#actor.kind !== 'customer';
    const session = this.#session();
    const scope = session.scope(this.#now, { actor: this.#actor.id });
    return mayAct(openTo, this.#actor, undefined, session.people(scope, this.#now)) === 'allowed';
  }

  passes(matter: Matter, filters: FactMap): boolean {
    const { scope } = this.#of(matter);
    if (this.#view.filter && !this.#view.filter.test(scope)) return false;
    return Object.entries(filters).every(([name, wanted]) => this.#column(matter, scope, name) === wanted);
  }

  /** Those whom `only` names see the rows for which it holds. */
  isShown(matter: Matter): boolean {
    if (this.#actor.kind === 'system') return true;
    const { session, scope } = this.#of(matter);
    const people = session.people(scope, this.#now, matter);
    return this.#view.narrowed.every(({ by, where }) => mayAct(by, this.#actor, undefined, people) !== 'allowed' || where.test(scope));
  }

  /** Where what is asked decides by itself what `only` reads, he is judged by it, though no row answers. */
  asksBeyond(filters: FactMap): boolean {
    if (this.#actor.kind === 'system') return false;
    const session = this.#session();
    const scope = session.scope(this.#now, { actor: this.#actor.id });
    scope.names['it'] = askedFor(this.#policy, this.#view.of, filters, (kind, id) => scope.linked(kind, id));
    const people = session.people(scope, this.#now);
    return this.#view.narrowed.some(({ by, where }) => decidedBy(where.reads, filters) && mayAct(by, this.#actor, undefined, people) === 'allowed' && !holds(where, scope));
  }

  row(matter: Matter): FactMap {
    const { scope } = this.#of(matter);
    const order = this.#view.order?.replace(/^-/, '');
    const cells = this.#view.computed.map(({ name, field, expression }) => [name, expression ? plain(expression.evaluate(scope)) : this.#column(matter, scope, field!)] as const);
    return { id: matter.id, ...Object.fromEntries(cells), [SORT]: order === undefined ? null : this.#column(matter, scope, order) };
  }

  #session(): Session {
    return new Session(this.#policy, this.#policy.kinds.get(this.#view.of)!.plain, undefined as never, this.#facts, 'act');
  }

  #of(matter: Matter): { session: Session; scope: RunScope } {
    const session = new Session(this.#policy, kindOfMatter(this.#policy, matter), matter, this.#facts, 'act');
    return { session, scope: session.scope(this.#now, { matter, it: matter, actor: this.#actor.id }) };
  }

  #column(matter: Matter, scope: RunScope, name: string): FactValue {
    switch (name) {
      case 'nextStep':
        return (nextStep(matter) ?? null) as unknown as FactValue;
      case 'due':
        return nextStep(matter)?.dueAt ?? null;
      case 'age':
        return ageOf(matter.openedAt, this.#now);
      default:
        return plain(path(scope.names['it'], name));
    }
  }
}

function path(view: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((value, member) => (value === null || value === undefined ? null : ((value as Readonly<Record<string, unknown>>)[member] ?? null)), view);
}

/** How long a matter has been open, in whole minutes, as a duration: `PT3H20M`. */
function ageOf(openedAt: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(openedAt)) / 60_000));
  const hours = Math.floor(minutes / 60);
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes % 60 > 0 || hours === 0 ? `${minutes % 60}M` : ''}`;
}

function ordered(view: CompiledView, rows: readonly FactMap[]): readonly FactMap[] {
  if (view.order === undefined) return rows;
  const sign = view.order.startsWith('-') ? -1 : 1;
  const rank = (row: FactMap): string | number => (typeof row[SORT] === 'number' ? row[SORT] : String(row[SORT] ?? ''));
  return [...rows].sort((a, b) => (rank(a) < rank(b) ? -sign : rank(a) > rank(b) ? sign : String(a['id']) < String(b['id']) ? -1 : 1));
}
