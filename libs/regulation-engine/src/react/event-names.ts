import type { CompiledPolicy } from '../compile/compiled-policy.ts';

/** Every name an event answers to, also one heard of a linked matter: its own, `kind.*.missed` for a step's, and those of the core kind of a variant. */
export function namesOf(policy: CompiledPolicy, type: string): readonly string[] {
  const [kindEnds, lastBegins] = [type.indexOf('.'), type.lastIndexOf('.')];
  const kind = type.slice(0, kindEnds);
  const names = lastBegins > kindEnds ? [type, `${kind}.*${type.slice(lastBegins)}`] : [type];
  const is = policy.kinds.get(kind)?.plain.is;
  return is === undefined ? names : [...names, ...names.map((each) => `${is}${each.slice(kind.length)}`)];
}
