import { plain } from '../cel/plain.ts';
import type { CompiledPolicy, CompiledView } from '../compile/compiled-policy.ts';
import { refusal } from '../decide/refusals.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import type { Actor } from '../matter/person.ts';
import { mayAct } from '../parties/may-act.ts';
import { isWithin, windowAround } from '../queries/window.ts';
import { rowsOf } from '../queries/query-row.ts';
import { isMatterOf, kindOfMatter } from '../run/kind-of.ts';
import { mayAccess } from '../run/may-access.ts';
import type { Facts } from '../run/outcome.ts';
import { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { nextStep } from '../settle/next-step.ts';
import { askedFor, decidedBy, holds } from './asked-for.ts';
import { naturalKey } from './natural-order.ts';
import type { ViewResult } from './view-result.ts';

/**
 * Evaluates a view over given matters: who may open it, its window (the one holding `at`, default now), its filter, its groups and columns, its
 * order and running number (within each group). Rows that the kind's `list` act does not give the actor are left out.
 * `filters` are equalities the caller asks for; where they reach beyond what `only` gives him, he is refused by the view's rule.
 * Throws for an unknown view; an expression that fails throws too.
 */
export function runView(policy: CompiledPolicy, name: string, matters: readonly Matter[], facts: Facts, actor: Actor, now: string, filters: FactMap = {}, at: string = now): ViewResult {
  const view = policy.views.get(name);
  if (!view) throw new Error(`no view ${name}`);
  const beyond = (): ViewResult => ({ ok: false, refusals: [refusal('actor', 'notAllowed', view.citation, { view: name, by: view.openTo?.names ?? [], actor: actor.name })] });
  const reading = new Reading(policy, view, facts, actor, now);
  if (!reading.mayOpen()) return beyond();
  const window = windowAround(view.within, at, policy.calendar);
  const asked = reading.rows(matters).filter((row) => isWithin(window, row.at, policy.calendar)).filter((row) => reading.passes(row, filters));
  const shown = asked.filter((row) => reading.isShown(row));
  if (Object.keys(filters).length > 0 && (shown.length < asked.length || reading.asksBeyond(filters))) return beyond();
  const cells = inGroups(view, ordered(view, shown.filter((row) => reading.isListed(row)).map((row) => reading.cells(row))));
  const counted = new Map<string, { key: FactMap; count: number }>();
  const rows = cells.map(({ key, row }) => {
    const group = JSON.stringify(key);
    const known = counted.get(group) ?? { key, count: 0 };
    counted.set(group, known);
    known.count += 1;
    return { ...(view.number !== undefined && { [view.number]: known.count }), ...row };
  });
  return {
    ok: true, rows, columns: [...(view.number === undefined ? [] : [view.number]), ...view.groups.map((group) => group.name), ...view.computed.map((column) => column.name)],
    ...(view.groups.length > 0 && { groups: [...counted.values()] }), ...(window && { window }),
  };
}


interface ViewRow {
  readonly matter: Matter;
  readonly session: Session;
  readonly scope: RunScope;
  readonly at: string;
  readonly id: string;
}

interface Cells {
  readonly key: FactMap;
  readonly sort: FactValue;
  readonly row: FactMap;
}

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

  rows(matters: readonly Matter[]): readonly ViewRow[] {
    const { source } = this.#view;
    if (source.type === 'ledger') return [];
    const own = matters.filter((matter) => isMatterOf(this.#policy, matter.kind, source.kind));
    return own.flatMap((matter) => {
      const session = new Session(this.#policy, kindOfMatter(this.#policy, matter), matter, this.#facts, 'act');
      const base = session.scope(this.#now, { matter, actor: this.#actor.id });
      return rowsOf(this.#policy, source, [matter], base).map((row, index) => {
        const scope = session.scope(this.#now, { matter, actor: this.#actor.id });
        scope.names['it'] = row.view;
        return { matter, session, scope, at: row.at, id: source.type === 'matters' ? matter.id : `${matter.id}/${index}` };
      });
    });
  }

  passes({ matter, scope }: ViewRow, filters: FactMap): boolean {
    if (this.#view.filter && !this.#view.filter.test(scope)) return false;
    return Object.entries(filters).every(([name, wanted]) => this.#column(matter, scope, name) === wanted);
  }

  /** Those whom `only` names see the rows for which it holds. */
  isShown({ matter, session, scope }: ViewRow): boolean {
    if (this.#actor.kind === 'system') return true;
    const people = session.people(scope, this.#now, matter);
    return this.#view.narrowed.every(({ by, where }) => mayAct(by, this.#actor, undefined, people) !== 'allowed' || where.test(scope));
  }

  isListed({ matter }: ViewRow): boolean {
    return this.#actor.kind === 'system' || mayAccess(this.#policy, matter, 'list', this.#actor, this.#facts, this.#now).allowed;
  }

  /** Where what is asked decides by itself what `only` reads, he is judged by it, though no row answers. */
  asksBeyond(filters: FactMap): boolean {
    if (this.#actor.kind === 'system') return false;
    const session = this.#session();
    const scope = session.scope(this.#now, { actor: this.#actor.id });
    scope.names['it'] = askedFor(this.#policy, this.#view.of.split('.')[0]!, filters, (kind, id) => scope.linked(kind, id));
    const people = session.people(scope, this.#now);
    return this.#view.narrowed.some(({ by, where }) => decidedBy(where.reads, filters) && mayAct(by, this.#actor, undefined, people) === 'allowed' && !holds(where, scope));
  }

  cells({ matter, scope, id }: ViewRow): Cells {
    const order = this.#view.order?.replace(/^-/, '');
    const key = Object.fromEntries(this.#view.groups.map(({ name, expression }): [string, FactValue] => [name, plain(expression.evaluate(scope))]));
    const cells = this.#view.computed.map(({ name, field, expression }) => [name, expression ? plain(expression.evaluate(scope)) : this.#column(matter, scope, field!)] as const);
    const shown = Object.fromEntries(cells);
    const sort = order === undefined ? null : Object.hasOwn(shown, order) ? shown[order]! : this.#column(matter, scope, order);
    return { key, sort, row: { id, ...key, ...shown } };
  }

  #session(): Session {
    return new Session(this.#policy, this.#policy.kinds.get(this.#view.of.split('.')[0]!)!.plain, undefined as never, this.#facts, 'act');
  }

  #column(matter: Matter, scope: RunScope, name: string): FactValue {
    switch (name) {
      case 'nextStep':
        return (nextStep(matter) ?? null) as unknown as FactValue;
      case 'due':
        // A row that is a promise has its own.
        return this.#view.source.type === 'steps' ? plain(path(scope.names['it'], name)) : (nextStep(matter)?.dueAt ?? null);
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

function ordered(view: CompiledView, rows: readonly Cells[]): readonly Cells[] {
  if (view.order === undefined) return rows;
  const sign = view.order.startsWith('-') ? -1 : 1;
  const byNumber = view.order.replace(/^-/, '') === 'number';
  const rank = ({ sort }: Cells): string | number => (typeof sort === 'number' ? sort : byNumber ? naturalKey(String(sort ?? '')) : String(sort ?? ''));
  return [...rows].sort((a, b) => (rank(a) < rank(b) ? -sign : rank(a) > rank(b) ? sign : String(a.row['id']) < String(b.row['id']) ? -1 : 1));
}

/** Groups in the order of their keys, rows within them in the view's. */
function inGroups({ groups }: CompiledView, rows: readonly Cells[]): readonly Cells[] {
  if (groups.length === 0) return rows;
  const keys = rows.map(({ key }) => JSON.stringify(key));
  return rows.map((row, index) => ({ row, key: keys[index]!, index })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index)).map(({ row }) => row);
}
