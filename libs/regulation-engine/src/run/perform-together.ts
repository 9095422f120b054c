import { plain } from '../cel/plain.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import { kindOfMatter, leadingKind } from './kind-of.ts';
import type { Command, Facts, Outcome, Refusal } from './outcome.ts';
import { perform } from './perform.ts';
import { Session, SYSTEM } from './session.ts';
import type { NewMatter } from './start-session.ts';

/** One act of several. `matter` left out: it makes one. */
export interface Request {
  readonly policy: CompiledPolicy;
  readonly matter?: Matter;
  readonly kind: string;
  readonly command: Command;
  readonly create?: NewMatter;
}

export type Together =
  | { readonly ok: true; readonly outcomes: readonly Extract<Outcome, { ok: true }>[] }
  /** `at`: which request was refused (companions count as the request that brought them). Nothing of any is to be stored. */
  | { readonly ok: false; readonly at: number; readonly refusals: readonly Refusal[] };

const MOST = 50;

/**
 * Several acts decided as one, all or nothing, for one transaction of one service: each sees what those before it did, also several on one
 * matter. An act's own `together` acts on linked matters are performed right after it, as the system. Outcomes stand in the order performed.
 */
export function performTogether(requests: readonly Request[], facts: Facts, now: string): Together {
  const changed = new Map<string, Matter>();
  const seen: Facts = { ...facts, directory: facts.directory, matter: (id) => changed.get(id) ?? facts.matter(id) };
  const outcomes: Extract<Outcome, { ok: true }>[] = [];
  for (const [at, request] of requests.entries()) {
    const queue = [request];
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (outcomes.length >= MOST) throw new Error(`more than ${MOST} acts in one transaction`);
      const before = next.matter && (changed.get(next.matter.id) ?? next.matter);
      const companions = companionsOf(next, before, seen, now);
      if ('refusals' in companions) return { ok: false, at, refusals: companions.refusals };
      const outcome = perform(next.policy, before, next.kind, next.command, seen, now, next.create);
      if (!outcome.ok) return { ok: false, at, refusals: outcome.refusals };
      changed.set(outcome.matter.id, outcome.matter);
      outcomes.push(outcome);
      queue.push(...companions.requests);
    }
  }
  return { ok: true, outcomes };
}

/** The acts that an act takes along: `together`, each with its target and input, resolved before the act. Unknown targets refuse. */
export function companionsOf({ policy, matter, kind: name, command }: Request, before: Matter | undefined, facts: Facts, now: string): { readonly requests: readonly Request[] } | { readonly refusals: readonly Refusal[] } {
  const kind = matter ? kindOfMatter(policy, matter) : leadingKind(policy, name);
  const act = kind.acts.get(command.act);
  if (!act || act.together.length === 0 || !before) return { requests: [] };
  const session = new Session(policy, kind, before, facts, 'act');
  const scope = session.scope(now, { act: { kind: kind.name, input: command.input }, actor: command.actor.id, event: { type: act.event, kind: kind.name, at: now, by: command.actor.id, countsAt: now } });
  const requests: Request[] = [];
  for (const companion of act.together) {
    if (companion.if && !companion.if.test(scope)) continue;
    const value: FactValue = 'field' in companion.on ? (before.facts[companion.on.field] ?? command.input[companion.on.field] ?? null) : plain(companion.on.expression.evaluate(scope));
    for (const id of (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === 'string')) {
      const target = facts.matter(id);
      if (!target || target.service !== before.service) return { refusals: [{ code: target ? 'otherService' : 'unknownReference', at: 'gate', citation: companion.citation, facts: { act: companion.act, target: id } }] };
      const input: FactMap = Object.fromEntries(companion.set.map(({ field, value: given }) => [field, 'literal' in given ? given.literal : plain(given.expression.evaluate(scope))]));
      requests.push({ policy, matter: target, kind: target.kind, command: { act: companion.act, input, actor: SYSTEM } });
    }
  }
  return { requests };
}
