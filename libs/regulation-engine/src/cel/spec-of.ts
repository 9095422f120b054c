import type { ScopeTypes, TypeSpec } from './scope-types.ts';

/** Variables that comprehensions bind, with their types. */
export type Bound = ReadonlyMap<string, TypeSpec>;

/** Declared type of a path; undefined where it is not known. */
export function specOf(path: readonly string[], scope: ScopeTypes, bound: Bound): TypeSpec | undefined {
  const [root, ...members] = path as [string, ...string[]];
  return members.reduce<TypeSpec | undefined>((spec, member) => spec?.fields?.[member], bound.get(root) ?? (Object.hasOwn(scope, root) ? scope[root] : undefined));
}
