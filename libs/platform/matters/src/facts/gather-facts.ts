import { serviceOfId } from '@huiyin/contracts-kernel';
import type { Directory, Facts, FactMap, FactValue, Matter } from '@huiyin/regulation-engine';
import type { StoredMatter } from '@huiyin/platform-persistence';
import type { HostParts } from '../ports.ts';

/** Every text in a value that has the form of a matter id. */
function idsIn(value: FactValue | undefined, into: Set<string>): void {
  if (typeof value === 'string') {
    if (serviceOfId(value)) into.add(value);
  } else if (Array.isArray(value)) for (const entry of value) idsIn(entry as FactValue, into);
  else if (value !== null && typeof value === 'object') for (const entry of Object.values(value)) idsIn(entry as FactValue, into);
}

/** Ids of the matters that a matter and an input name. */
export function namedIds(matter: Matter | undefined, input: FactMap): readonly string[] {
  const ids = new Set<string>();
  idsIn(matter?.facts as FactValue | undefined, ids);
  idsIn(input as FactValue, ids);
  return [...ids];
}

/** Own matters as they are known or else fresh from the store, other services' as copies. What is read of the own ones becomes known. */
export async function loadMatters(parts: HostParts, tenant: string, ids: readonly string[], known = new Map<string, StoredMatter>()): Promise<ReadonlyMap<string, Matter>> {
  const found = new Map<string, Matter>();
  const own = ids.filter((id) => serviceOfId(id) === parts.service);
  const elsewhere = ids.filter((id) => serviceOfId(id) !== parts.service);
  const matters = parts.matters.forTenant(tenant);
  for (const stored of await Promise.all(own.filter((id) => !known.has(id)).map((id) => matters.load(id)))) if (stored) known.set(stored.id, stored);
  for (const stored of own.map((id) => known.get(id))) if (stored) found.set(stored.id, stored.matter);
  if (elsewhere.length > 0) for (const copy of await parts.copies.forTenant(tenant).loadMany(elsewhere)) found.set(copy.id, copy);
  return found;
}

/** The facts an act is decided with. */
export async function gatherFacts(parts: HostParts, tenant: string, directory: Directory, matter: Matter | undefined, input: FactMap, besides: readonly string[] = [], known?: Map<string, StoredMatter>): Promise<Facts> {
  const linked = await loadMatters(parts, tenant, [...new Set([...namedIds(matter, input), ...besides])], known);
  return { directory, matter: (id) => (id === matter?.id ? matter : linked.get(id)), queries: {} };
}
