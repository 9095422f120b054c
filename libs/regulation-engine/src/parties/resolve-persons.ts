import type { EvaluationScope } from '../cel/expression.ts';
import type { CompiledParty, CompiledPersons, PersonEntry } from '../compile/compiled-item.ts';
import type { FactValue, Matter } from '../matter/matter.ts';
import type { Directory, Person } from '../matter/person.ts';
import { holdersOf } from './holds-post.ts';
import { isEmployed, isOnDuty, isPresent, isPresentAtAll, standInFor } from './presence.ts';

export interface PeopleContext {
  readonly scope: EvaluationScope;
  readonly directory: Directory;
  readonly at: string;
  readonly zone: string;
  readonly matter: Matter | undefined;
  /** Who started the step in question. */
  readonly starter?: string;
  load?(person: string): number;
  /** Concerned themselves: excluded, also from standing in. */
  readonly never?: readonly string[];
  /** Whoever was employed at some time from here up to there holds a post; left out: whoever is at `at`. */
  readonly during?: { readonly start: string; readonly end: string };
  /** A customer's file, where his account is looked for. */
  linked?(id: string): Matter | undefined;
}

/** Everyone named, present or not, without those excluded: staff, and outsiders by id. Order: of the list, then of the directory. */
export function everyone(persons: CompiledPersons, context: PeopleContext): readonly string[] {
  const excluded = excludedBy(persons, context);
  return [...new Set(persons.entries.flatMap((entry) => idsOf(entry, context)))].filter((id) => !excluded.has(id));
}

/** Everyone to be told: each one named (of a post `onDuty` those on duty), somebody absent for good replaced by whoever stands in. */
export function recipients(persons: CompiledPersons, context: PeopleContext): readonly string[] {
  const excluded = excludedBy(persons, context);
  return [...new Set(persons.entries.flatMap((entry) => {
    const named = idsOf(entry, context).filter((id) => !excluded.has(id));
    return pickOf(persons, entry) === 'onDuty' ? onDuty(named, context) : named;
  }).map((id) => {
    const person = context.directory.person(id);
    return person && !isEmployed(person, context.at) ? (standInFor(person, context.at, context.directory)?.id ?? id) : id;
  }))];
}

/** Those on duty now; where nobody is, whoever would owe: the first present, else his stand-in. Outsiders are told as named. */
function onDuty(named: readonly string[], context: PeopleContext): readonly string[] {
  const staff = named.flatMap((id) => context.directory.person(id) ?? []);
  const serving = staff.filter((person) => isOnDuty(person, context.at, context.zone));
  const told = serving.length > 0 ? serving : [choose(staff, 'onDuty', context) ?? (staff[0] && standInFor(staff[0], context.at, context.directory)) ?? staff[0]];
  return [...named.filter((id) => !context.directory.person(id)), ...told.flatMap((person) => person?.id ?? [])];
}

/**
 * The one who owes or owns: per entry of the list the first present (or the one on duty, or least loaded), the list tried in order;
 * where nobody is present, the deputy of the first named, else his superior, else himself while he is away and has not left. Outsiders never owe. Undefined: nobody holds any of these posts.
 */
export function responsible(persons: CompiledPersons, context: PeopleContext): string | undefined {
  const excluded = context.never ? new Set([...excludedBy(persons, context), ...context.never]) : excludedBy(persons, context);
  let firstNamed: Person | undefined;
  for (const entry of persons.entries) {
    const staff = staffOf(entry, context).filter(({ id }) => !excluded.has(id));
    const chosen = choose(staff, pickOf(persons, entry), context);
    if (chosen) return chosen.id;
    firstNamed ??= staff[0];
  }
  const standIn = firstNamed && standInFor(firstNamed, context.at, context.directory);
  if (standIn && context.never?.includes(standIn.id)) return undefined;
  return standIn?.id ?? (firstNamed && isEmployed(firstNamed, context.at) ? firstNamed.id : undefined);
}

function pickOf(persons: CompiledPersons, entry: PersonEntry): CompiledPersons['pick'] {
  return persons.pick ?? (entry.type === 'party' ? entry.party.pick : undefined);
}

function choose(staff: readonly Person[], pick: CompiledPersons['pick'], context: PeopleContext): Person | undefined {
  const present = staff.filter((person) => isPresent(person, context.at));
  if (pick === 'onDuty') return present.find((person) => isOnDuty(person, context.at, context.zone)) ?? present[0];
  if (pick === 'leastLoaded' && context.load) {
    const load = (person: Person): number => context.load!(person.id);
    return present.reduce<Person | undefined>((best, person) => (best && load(best) <= load(person) ? best : person), undefined);
  }
  return present[0];
}

const NOBODY: ReadonlySet<string> = new Set();

function excludedBy({ excludes }: CompiledPersons, context: PeopleContext): ReadonlySet<string> {
  return excludes.length === 0 ? NOBODY : new Set(excludes.flatMap((entry) => idsOf(entry, context)));
}

/** Members of staff among those named. */
function staffOf(entry: PersonEntry, context: PeopleContext): readonly Person[] {
  if (entry.type === 'party') return holders(entry.party, context);
  return idsOf(entry, context).flatMap((id) => context.directory.person(id) ?? []);
}

function idsOf(entry: PersonEntry, context: PeopleContext): readonly string[] {
  switch (entry.type) {
    case 'party':
      return holders(entry.party, context).map(({ id }) => id);
    case 'field':
      return textsOf(context.matter?.facts[entry.field] ?? null);
    case 'expression':
      return textsOf(entry.expression.evaluate(context.scope) as FactValue);
    case 'builtin':
      return builtin(entry.name, context);
  }
}

function holders(party: CompiledParty, context: PeopleContext): readonly Person[] {
  return holdersOf(party, context.directory, (person) => isThere(person, context), context.scope);
}

function isThere(person: Person, { at, during }: PeopleContext): boolean {
  return during ? isPresentAtAll(person, during.start, during.end) : isEmployed(person, at);
}

function builtin(name: Extract<PersonEntry, { type: 'builtin' }>['name'], context: PeopleContext): readonly string[] {
  switch (name) {
    case 'anyone':
      return context.directory.all().filter((person) => isThere(person, context)).map(({ id }) => id);
    case 'starter':
      return textsOf(context.starter ?? null);
    case 'customer':
      return context.matter ? customersOf(context.matter) : [];
    default:
      return [];
  }
}

/** The customer of a matter: its link of that name, or itself if it is a customer's file. */
export function customersOf(matter: Matter): readonly string[] {
  if (matter.kind === 'customer') return [matter.id];
  return textsOf(matter.facts['customer'] ?? null);
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === 'string' && entry !== '');
}
