import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { refusal } from '../decide/refusals.ts';
import type { Matter } from '../matter/matter.ts';
import { actOf, companionsOf } from './companions.ts';
import type { Request } from './companions.ts';
import type { Facts, Outcome, Refusal } from './outcome.ts';
import { perform } from './perform.ts';

export type Together =
  | { readonly ok: true; readonly outcomes: readonly Extract<Outcome, { ok: true }>[] }
  /**
   * `at`: the first request that was refused (companions count as the request that brought them); `refusals`: those of every act, a companion's with
   * `of`. Nothing of any is to be stored but, where one act was asked for, what its refusal leaves behind.
   */
  | { readonly ok: false; readonly at: number; readonly refusals: readonly Refusal[]; readonly left?: Extract<Outcome, { ok: false }> };

/** What the next act is decided with: the policy its matter is bound to and the facts it needs. */
export interface Ground {
  readonly policy: CompiledPolicy;
  readonly facts: Facts;
}

/** Asks for the ground of the next act. */
export interface GroundWanted {
  readonly request: Request;
  /** Matters that are to be at hand besides those it links to. */
  readonly ids: readonly string[];
  /** What the acts before it have changed, not stored yet: the facts' queries are to count it. */
  readonly changed: ReadonlyMap<string, Matter>;
}

const MOST = 50;

/**
 * Several acts decided as one, all or nothing, for one transaction of one service: each sees what those before it did, also several on one
 * matter. An act's own `together` acts on linked matters follow right after it, as the system; one that only awaits signatures takes none along.
 * After a refusal the others are still looked at, so that all that stands against it is told, except on a matter whose act was refused.
 */
export function* actingTogether(requests: readonly Request[], now: string): Generator<GroundWanted, Together, Ground> {
  const changed = new Map<string, Matter>();
  const outcomes: Extract<Outcome, { ok: true }>[] = [];
  const stands: Against[] = [];
  const stuck = new Set<string>();
  let first: Ground | undefined;
  for (const [at, asked] of requests.entries()) {
    const queue = [asked];
    for (let done = 0, next = queue.shift(); next; done += 1, next = queue.shift()) {
      if (next.matter && stuck.has(next.matter.id)) continue;
      const before = next.matter && (changed.get(next.matter.id) ?? next.matter);
      if (done >= MOST) {
        stands.push({ at, own: false, refusal: refusal('gate', 'tooManyTogether', { rule: `core/${asked.kind}` }, { most: MOST }) });
        break;
      }
      let given = yield { request: next, ids: [], changed };
      let companions = companionsOf({ ...next, policy: given.policy }, before, over(changed, given.facts), now);
      if (companions.missing.length > 0) {
        given = yield { request: next, ids: companions.missing, changed };
        companions = companionsOf({ ...next, policy: given.policy }, before, over(changed, given.facts), now);
      }
      first ??= given;
      const { policy } = given;
      const outcome = perform(policy, before, next.kind, next.command, over(changed, given.facts), now, next.create);
      const of = next === asked ? {} : { of: { matter: next.matter?.id ?? '', kind: next.kind, act: next.command.act } };
      if (outcome.ok) {
        changed.set(outcome.matter.id, outcome.matter);
        outcomes.push(outcome);
        const event = actOf({ ...next, policy }, before)?.event;
        if (outcome.events.every(({ type }) => type !== event)) continue;
      } else {
        stands.push(...outcome.refusals.map((each) => ({ at, own: next === asked, refusal: { ...each, ...of } })));
        if (next.matter) stuck.add(next.matter.id);
      }
      stands.push(...companions.refusals.map((each) => ({ at, own: false, refusal: { ...each, ...of } })));
      queue.push(...companions.requests);
    }
  }
  const at = stands[0]?.at;
  if (at === undefined) return { ok: true, outcomes };
  const [only] = requests;
  if (requests.length > 1 || !only || !first) return { ok: false, at, refusals: stands.map((each) => each.refusal) };
  const left = perform(first.policy, only.matter, only.kind, only.command, first.facts, now, only.create, stands.filter(({ own }) => !own).map((each) => each.refusal));
  if (left.ok) throw new Error(`${only.kind}.${only.command.act} was refused and then was not`);
  return { ok: false, at, refusals: left.refusals, left };
}

/** What stands against it all, and whether it is the asked act's own refusal. */
interface Against {
  readonly at: number;
  readonly own: boolean;
  readonly refusal: Refusal;
}

function over(changed: ReadonlyMap<string, Matter>, facts: Facts): Facts {
  return { ...facts, directory: facts.directory, matter: (id) => changed.get(id) ?? facts.matter(id) };
}
