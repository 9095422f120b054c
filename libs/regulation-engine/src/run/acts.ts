import type { CompiledAct } from '../compile/compiled-act.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { decide } from '../decide/decide.ts';
import type { Matter } from '../matter/matter.ts';
import type { Actor } from '../matter/person.ts';
import { settle } from '../settle/settle.ts';
import { kindOfMatter } from './kind-of.ts';
import type { Facts, Refusal } from './outcome.ts';
import { Session } from './session.ts';

/** Looking at a matter is no button. */
const LOOKS: ReadonlySet<string> = new Set(['read', 'list']);

export interface OpenAct {
  readonly act: string;
  readonly allowed: boolean;
  readonly refusals: readonly Refusal[];
}

/**
 * Every act of the matter with whether this actor may do it now, and why not: a dry run without input, so that what only an input
 * could answer (missing fields, gates that read it) is left open. Acts that only the system performs are left out.
 */
export function acts(policy: CompiledPolicy, matter: Matter, actor: Actor, facts: Facts, now: string): readonly OpenAct[] {
  const session = new Session(policy, kindOfMatter(policy, matter), matter, facts, 'timer');
  settle(session, now);
  return [...session.kind.acts.values()].filter((act) => !isSystemOnly(act) && !LOOKS.has(act.name) && !(act.creating && act.from?.size === 1)).map((act) => {
    const askable = new Set(act.gates.filter((gate) => readsInput(act, [...(gate.if?.reads ?? []), ...gate.that.reads])).map(({ refuse, citation }) => `${refuse} ${citation.rule}`));
    const decision = decide(session, { ...act, line: undefined }, { act: act.name, input: {}, actor }, now);
    const refusals = decision.refusals.filter((refusal) => refusal.at !== 'form' && !(refusal.at === 'gate' && refusal.code === 'evaluation') && !askable.has(`${refusal.code} ${refusal.citation.rule}`));
    return { act: act.name, allowed: refusals.length === 0, refusals };
  });
}

export function isSystemOnly(act: CompiledAct): boolean {
  if (act.sign) return false;
  return !act.by || act.by.entries.every((entry) => entry.type === 'builtin' && entry.name === 'system');
}

function readsInput(act: CompiledAct, reads: readonly string[]): boolean {
  return reads.some((path) => {
    const [root, field] = path.split('.');
    return root === 'act' || root === 'line' || (root === 'after' && field !== undefined && act.takes.has(field));
  });
}
