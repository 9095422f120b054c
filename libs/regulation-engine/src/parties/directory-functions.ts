import type { CompiledParty } from '../compile/compiled-item.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { EvaluationScope } from '../cel/expression.ts';
import type { FunctionContext } from '../cel/function-context.ts';
import type { Directory, Person } from '../matter/person.ts';
import { holdersOf, holdsPost } from './holds-post.ts';
import { isEmployed, isPresent, standInFor } from './presence.ts';

/** The functions about persons, over the operator's directory at one instant; posts with a place read it from the scope. */
export class DirectoryFunctions implements FunctionContext {
  readonly #policy: CompiledPolicy;
  readonly #directory: Directory;
  readonly #at: string;
  readonly #scope: EvaluationScope;

  constructor(policy: CompiledPolicy, directory: Directory, at: string, scope: EvaluationScope) {
    this.#policy = policy;
    this.#directory = directory;
    this.#at = at;
    this.#scope = scope;
  }

  rankOf(id: string): number {
    return this.#known(id).rank ?? 0;
  }

  departmentOf(id: string): string | null {
    return this.#known(id).department ?? null;
  }

  superiorOf(id: string): string | null {
    return this.#directory.person(id)?.superior ?? null;
  }

  leaderOf(team: string): string | null {
    const leaders = this.#directory.all().filter((person) => person.leads?.includes(team) && isEmployed(person, this.#at));
    const leader = leaders.find((person) => isPresent(person, this.#at)) ?? (leaders[0] && (standInFor(leaders[0], this.#at, this.#directory) ?? leaders[0]));
    return leader?.id ?? null;
  }

  holdsPost(id: string, name: string, pack: string): boolean {
    const person = this.#directory.person(id);
    return person !== undefined && holdsPost(person, this.#partyOf(name, pack), this.#scope);
  }

  holdersOf(name: string, pack: string): readonly string[] {
    return holdersOf(this.#partyOf(name, pack), this.#directory, (person) => isEmployed(person, this.#at), this.#scope).map(({ id }) => id);
  }

  #known(id: string): Person {
    const person = this.#directory.person(id);
    if (person) return person;
    throw new Error(`nobody known as ${id}`);
  }

  #partyOf(name: string, pack: string): CompiledParty {
    const party = this.#policy.partyOf(pack, name);
    if (party) return party;
    throw new Error(`no post ${name}`);
  }
}
