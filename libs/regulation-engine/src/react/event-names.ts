import type { CompiledPolicy } from '../compile/compiled-policy.ts';

/** Every name an event answers to, also one heard of a linked matter: its own, `kind.*.missed` for a step's, and those of the core kind of a variant. */
export function namesOf(policy: CompiledPolicy, type: string): readonly string[] {
  const [kind = '', ...rest] = type.split('.');
  const names = rest.length === 2 ? [type, `${kind}.*.${rest[1]}`] : [type];
  const is = policy.kinds.get(kind)?.plain.is;
  return is === undefined ? names : [...names, ...names.map((each) => `${is}${each.slice(kind.length)}`)];
}
