import type { CompiledPersons, PersonEntry } from '../compile/compiled-item.ts';

/** Are persons named by one of these facts? `lines`: the field whose line they may read. */
export function namesFacts(named: readonly CompiledPersons[], facts: ReadonlySet<string>, lines?: string): boolean {
  return named.some((persons) => [...persons.entries, ...persons.excludes].some((entry) => readsOf(entry, lines).some((fact) => facts.has(fact))));
}

function readsOf(entry: PersonEntry, lines: string | undefined): readonly string[] {
  if (entry.type === 'field') return [entry.field];
  if (entry.type === 'builtin') return entry.name === 'customer' ? ['customer'] : [];
  const expression = entry.type === 'expression' ? entry.expression : entry.party.place && 'expression' in entry.party.place ? entry.party.place.expression : undefined;
  return (expression?.reads ?? []).flatMap((path) => (path.startsWith('matter.') ? [path.split('.')[1]!] : lines !== undefined && path.startsWith('line.') ? [lines] : []));
}
