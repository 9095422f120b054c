import type { ScopeTypes, TypeSpec } from '@huiyin/regulation-engine';

/** Paths that a guard proves to be there: `has(matter.team) && …`. A guard with alternatives proves nothing. */
export function provedBy(guard: string | undefined): readonly string[] {
  if (guard === undefined || guard.includes('||') || guard.includes('?')) return [];
  return [...guard.matchAll(/(!?)\s*has\(\s*([A-Za-z][\w.]*)\s*\)/g)].flatMap((match) => (match[1] === '' && match[2] !== undefined ? [match[2]] : []));
}

function present(type: TypeSpec | undefined, rest: readonly string[]): TypeSpec | undefined {
  if (type === undefined) return undefined;
  const { optional: _, ...there } = type;
  const [next, ...further] = rest;
  if (next === undefined || there.fields === undefined) return there;
  const inner = present(there.fields[next], further);
  return inner === undefined ? there : { ...there, fields: { ...there.fields, [next]: inner } };
}

/** The scope in which these paths are surely there. */
export function narrowed(scope: ScopeTypes, paths: readonly string[]): ScopeTypes {
  if (paths.length === 0) return scope;
  const result: Record<string, TypeSpec> = { ...scope };
  for (const path of paths) {
    const [root, ...rest] = path.split('.');
    const type = root === undefined ? undefined : present(result[root], rest);
    if (root !== undefined && type !== undefined) result[root] = type;
  }
  return result;
}
