import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { EvaluationScope } from '../cel/expression.ts';
import type { FunctionContext } from '../cel/function-context.ts';
import type { Directory, Person } from '../matter/person.ts';
import { holdsPost } from './holds-post.ts';
import { isEmployed, isPresent, standInFor } from './presence.ts';

/** The functions about persons, over the operator's directory at one instant. `scope` is asked late: it is being built. */
export function directoryFunctions(policy: CompiledPolicy, directory: Directory, at: string, scope: () => EvaluationScope): FunctionContext {
  const known = (id: string): Person => {
    const person = directory.person(id);
    if (person) return person;
    throw new Error(`nobody known as ${id}`);
  };
  const partyOf = (name: string, pack: string) => {
    const party = policy.partyOf(pack, name);
    if (party) return party;
    throw new Error(`no post ${name}`);
  };
  return {
    rankOf: (id) => known(id).rank ?? 0,
    departmentOf: (id) => known(id).department ?? null,
    superiorOf: (id) => directory.person(id)?.superior ?? null,
    leaderOf(team) {
      const leaders = directory.all().filter((person) => person.leads?.includes(team) && isEmployed(person, at));
      const leader = leaders.find((person) => isPresent(person, at)) ?? (leaders[0] && (standInFor(leaders[0], at, directory) ?? leaders[0]));
      return leader?.id ?? null;
    },
    holdsPost: (id, name, pack) => {
      const person = directory.person(id);
      return person !== undefined && holdsPost(person, partyOf(name, pack), scope());
    },
    holdersOf: (name, pack) => directory.all().filter((person) => isEmployed(person, at) && holdsPost(person, partyOf(name, pack), scope())).map(({ id }) => id),
  };
}
