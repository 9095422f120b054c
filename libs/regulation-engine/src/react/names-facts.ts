import type { PersonEntry } from '../compile/compiled-item.ts';
import type { CompiledStep } from '../compile/compiled-kind.ts';
import type { Session } from '../run/session.ts';
import { owedBy } from './owing.ts';

/** Does the step name its persons by one of these facts? */
export function namesFacts(session: Session, step: CompiledStep, facts: ReadonlySet<string>): boolean {
  return owedBy(session, step).some((persons) => [...persons.entries, ...persons.excludes].some((entry) => readsOf(entry).some((fact) => facts.has(fact))));
}

function readsOf(entry: PersonEntry): readonly string[] {
  if (entry.type === 'field') return [entry.field];
  if (entry.type === 'builtin') return entry.name === 'customer' ? ['customer'] : [];
  const expression = entry.type === 'expression' ? entry.expression : entry.party.place && 'expression' in entry.party.place ? entry.party.place.expression : undefined;
  return (expression?.reads ?? []).flatMap((path) => (path.startsWith('matter.') ? [path.split('.')[1]!] : []));
}
