import type { Components } from './document.ts';

type Section = 'schemas' | 'parameters' | 'headers' | 'responses';
const SECTIONS: readonly Section[] = ['schemas', 'parameters', 'headers', 'responses'];

/** Only the components that the paths refer to, directly or through others; by name. */
export function referencedComponents(paths: unknown, components: Components): Components {
  const wanted = new Set<string>();
  const open: unknown[] = [paths];
  while (open.length > 0) {
    for (const reference of referencesIn(open.pop())) {
      if (wanted.has(reference)) continue;
      wanted.add(reference);
      const [, , section, name] = reference.split('/') as [string, string, Section, string];
      open.push(components[section]?.[name]);
    }
  }
  const kept = SECTIONS.map((section) => [section, Object.fromEntries(Object.entries(components[section]).filter(([name]) => wanted.has(`#/components/${section}/${name}`)).sort(([one], [other]) => (one < other ? -1 : 1)))]);
  return { ...components, ...(Object.fromEntries(kept) as Pick<Components, Section>) };
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (key === '$ref' && typeof entry === 'string' ? [entry] : referencesIn(entry)));
}
