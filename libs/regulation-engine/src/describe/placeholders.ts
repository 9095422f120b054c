import type { CompiledPolicy } from '../compile/compiled-policy.ts';

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9.]*)\}/g;
const ROOTS: ReadonlySet<string> = new Set(['matter', 'after', 'act', 'line', 'values', 'event', 'actor', 'now']);

/** Paths a sentence inserts: `{after.price}` in any of its languages. */
export function placeholders(policy: CompiledPolicy, pack: string, code: string): readonly string[] {
  const text = policy.texts.get(`${pack}:${code}`) ?? policy.texts.get(code);
  if (!text) return [];
  const found = Object.values(text).flatMap((words) => [...words.matchAll(PLACEHOLDER)].map((match) => match[1]!));
  return [...new Set(found)].filter((path) => ROOTS.has(path.split('.')[0]!));
}
