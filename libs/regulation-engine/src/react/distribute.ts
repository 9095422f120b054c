import { plain } from '../cel/plain.ts';
import { exactProduct } from '../figures/exact.ts';
import { magnitude } from '../cel/magnitudes.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledExpression } from '../cel/expression.ts';
import type { CompiledDistribution, CompiledPrinciple } from '../compile/compiled-kind.ts';
import type { FactMap, FactValue, Matter, Reason } from '../matter/matter.ts';
import type { Person } from '../matter/person.ts';
import { everyone } from '../parties/resolve-persons.ts';
import { isPresent } from '../parties/presence.ts';
import type { Session } from '../run/session.ts';
import { figureOf } from '../scope/values-view.ts';
import type { RunScope } from '../scope/run-scope.ts';

export interface Distributed {
  readonly lines: readonly FactMap[];
  /** `<lines>/<key>.<field>` → the principle that chose. */
  readonly reasons: Readonly<Record<string, Reason>>;
}

type Extremes = Extract<CompiledPrinciple, { type: 'lowest' } | { type: 'highest' }>;

interface Choice {
  readonly person: string;
  readonly by: { readonly item: string; readonly citation: Reason['citation'] };
}

/**
 * Gives every line without a person one of the candidates, principle by principle; what was given counts for the lines that follow.
 * Undefined: nothing to give, or nobody to give it to. Throws EvaluationFault.
 */
export function distribute(session: Session, distribution: CompiledDistribution, matter: Matter, at: string): Distributed | undefined {
  const value = matter.facts[distribution.lines];
  const lines = Array.isArray(value) ? (value as readonly FactMap[]) : [];
  const open = lines.filter((line) => (line[distribution.sets] ?? null) === null);
  if (open.length === 0) return undefined;
  const scope = session.scope(at, { matter });
  const staff = everyone(distribution.among, session.people(scope, at, matter)).flatMap((id) => session.facts.directory.person(id) ?? []).filter((person) => isPresent(person, at));
  if (staff.length === 0) return undefined;
  const batch = new Batch(session, distribution, scope, staff, open.length, matter.kind);
  const key = session.kind.fields.get(distribution.lines)?.lineKey ?? '';
  const reasons: Record<string, Reason> = {};
  const given = lines.map((line) => {
    if ((line[distribution.sets] ?? null) !== null) return line;
    const choice = batch.choose(line);
    reasons[`${distribution.lines}/${String(line[key])}.${distribution.sets}`] = { item: choice.by.item, citation: choice.by.citation, inputs: { line, chosen: choice.person } };
    return { ...line, [distribution.sets]: choice.person };
  });
  return { lines: given, reasons };
}

class Batch {
  readonly #given = new Map<string, number>();
  readonly #shared = new Map<string, number>();
  readonly #session: Session;
  readonly #distribution: CompiledDistribution;
  readonly #scope: RunScope;
  readonly #staff: readonly Person[];
  readonly #size: number;
  readonly #kind: string;

  constructor(session: Session, distribution: CompiledDistribution, scope: RunScope, staff: readonly Person[], size: number, kind: string) {
    this.#session = session;
    this.#distribution = distribution;
    this.#scope = scope;
    this.#staff = staff;
    this.#size = size;
    this.#kind = kind;
  }

  choose(line: FactMap): Choice {
    this.#scope.set({ line: { kind: this.#kind, field: this.#distribution.lines, facts: line } });
    let candidates = this.#staff;
    let by: Choice['by'] = this.#distribution;
    for (const principle of this.#distribution.principles) {
      const narrowed = this.#narrow(principle, candidates);
      if (narrowed.length === 0 || narrowed.length === candidates.length) continue;
      candidates = narrowed;
      by = principle;
      if (principle.type === 'keep' || candidates.length === 1) break;
    }
    const person = this.#fewest(candidates);
    this.#given.set(person.id, this.#of(person) + 1);
    for (const principle of this.#distribution.principles) if (principle.type === 'share' && this.#holds(principle.to, person)) this.#shared.set(principle.item, (this.#shared.get(principle.item) ?? 0) + 1);
    return { person: person.id, by };
  }

  #narrow(principle: CompiledPrinciple, candidates: readonly Person[]): readonly Person[] {
    switch (principle.type) {
      case 'keep': {
        const kept = plain(principle.expression.evaluate(this.#scope));
        return candidates.filter(({ id }) => id === kept);
      }
      case 'only':
        return candidates.filter((person) => this.#holds(principle.expression, person));
      case 'share': {
        const [favoured, others] = [candidates.filter((person) => this.#holds(principle.to, person)), candidates.filter((person) => !this.#holds(principle.to, person))];
        return (this.#shared.get(principle.item) ?? 0) < this.#quota(principle.share, principle.pack) && favoured.length > 0 ? favoured : others;
      }
      default:
        return this.#extreme(principle, candidates);
    }
  }

  /** Share of the lines, rounded down: 20 % of 12 lines are 2. */
  #quota(name: string, pack: string): number {
    const value = this.#session.policy.valueOf(pack, name);
    if (!value) throw new EvaluationFault(`value:${name}`, 'no such value');
    return Math.floor(exactProduct(magnitude(figureOf(value, this.#scope)), this.#size));
  }

  #extreme(principle: Extremes, candidates: readonly Person[]): readonly Person[] {
    const measured = candidates.map((person) => ({ person, value: this.#measure(principle, person) }));
    const sign = principle.type === 'lowest' ? -1 : 1;
    const best = measured.reduce((found, { value }) => (found === undefined || sign * (value - found) > 0 ? value : found), undefined as number | undefined);
    return measured.filter(({ value }) => value === best).map(({ person }) => person);
  }

  #measure({ type, of }: Extremes, person: Person): number {
    if ('query' in of) return countOf(this.#session, of.query, person.id) + (type === 'lowest' ? this.#of(person) : 0);
    this.#see(person);
    return Number(magnitude(of.expression.evaluate(this.#scope)));
  }

  #holds(expression: CompiledExpression, person: Person): boolean {
    this.#see(person);
    return expression.test(this.#scope);
  }

  #see(person: Person): void {
    this.#scope.names['it'] = { ...candidateOf(person), given: BigInt(this.#of(person)) };
  }

  #of(person: Person): number {
    return this.#given.get(person.id) ?? 0;
  }

  /** Where the principles leave several: whoever got fewest, then by id. */
  #fewest(candidates: readonly Person[]): Person {
    return candidates.reduce((best, person) => (this.#of(person) < this.#of(best) || (this.#of(person) === this.#of(best) && person.id < best.id) ? person : best));
  }
}

/** What expressions read of somebody to choose; absent is null. */
export function candidateOf(person: Person): Readonly<Record<string, unknown>> {
  return {
    id: person.id, name: person.name, place: person.place ?? null, department: person.department ?? null, rank: BigInt(person.rank ?? 0), superior: person.superior ?? null,
    teams: person.teams ?? [], leads: person.leads ?? [], qualifications: person.qualifications ?? [], joined: person.joined ?? null, left: person.left ?? null,
  };
}

/** The count of a query grouped by person; nobody's row is none. */
function countOf({ facts }: Session, key: string, person: string): number {
  const answer = facts.queries?.[key];
  if (!Array.isArray(answer)) throw new EvaluationFault(`facts.${key}`, 'is not answered');
  const row = (answer as readonly FactMap[]).find((each) => Object.entries(each).some(([name, value]: [string, FactValue]) => name !== 'value' && value === person));
  return typeof row?.['value'] === 'number' ? row['value'] : 0;
}
