import { EvaluationFault } from '../cel/expression.ts';
import { plain } from '../cel/plain.ts';
import type { CompiledAct, CompiledCompanion } from '../compile/compiled-act.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { faultRefusal } from '../decide/check-gates.ts';
import { refusal } from '../decide/refusals.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import { kindOfMatter, leadingKind } from './kind-of.ts';
import type { Command, Facts, Refusal } from './outcome.ts';
import { Session, SYSTEM } from './session.ts';
import { startNew } from './start-session.ts';
import type { NewMatter } from './start-session.ts';

/** One act of several. `matter` left out: it makes one. */
export interface Request {
  readonly policy: CompiledPolicy;
  readonly matter?: Matter;
  readonly kind: string;
  readonly command: Command;
  readonly create?: NewMatter;
}

export interface Companions {
  readonly requests: readonly Request[];
  readonly refusals: readonly Refusal[];
  /** Ids named as targets that the facts do not hold. */
  readonly missing: readonly string[];
}

const NONE: Companions = { requests: [], refusals: [], missing: [] };

/** The act a request asks for, if its kind has it. */
export function actOf({ policy, kind, command }: Request, before: Matter | undefined): CompiledAct | undefined {
  return (before ? kindOfMatter(policy, before) : leadingKind(policy, kind)).acts.get(command.act);
}

/** The acts that an act takes along (`together`), each with its target and its input as they stand before the act. A target unknown here or hosted elsewhere refuses. */
export function companionsOf(request: Request, before: Matter | undefined, facts: Facts, now: string): Companions {
  const act = actOf(request, before);
  if (!act || act.together.length === 0) return NONE;
  const found = { requests: [] as Request[], refusals: [] as Refusal[], missing: [] as string[] };
  for (const companion of act.together) {
    try {
      add(found, request, act, companion, before, facts, now);
    } catch (error) {
      if (!(error instanceof EvaluationFault)) throw error;
      found.refusals.push(faultRefusal(error, companion));
    }
  }
  return found;
}

function add(found: { readonly requests: Request[]; readonly refusals: Refusal[]; readonly missing: string[] }, request: Request, act: CompiledAct, companion: CompiledCompanion, before: Matter | undefined, facts: Facts, now: string): void {
  const { policy, command } = request;
  const session = before ? new Session(policy, kindOfMatter(policy, before), before, facts, 'act') : startNew(policy, request.kind, command, facts, now, request.create ?? { id: '', tenant: '' }).session;
  const scope = session.scope(now, { act: { kind: session.kind.name, input: command.input }, actor: command.actor.id, event: { type: act.event, kind: session.kind.name, at: now, by: command.actor.id, countsAt: command.countsAt ?? now } });
  if (companion.if && !companion.if.test(scope)) return;
  const value: FactValue = 'field' in companion.on ? (command.input[companion.on.field] ?? before?.facts[companion.on.field] ?? null) : plain(companion.on.expression.evaluate(scope));
  for (const id of (Array.isArray(value) ? value : [value]).filter((entry): entry is string => typeof entry === 'string')) {
    const target = facts.matter(id);
    if (!target) found.missing.push(id);
    if (!target || target.service !== session.matter.service) {
      found.refusals.push(refusal('gate', target ? 'otherService' : 'unknownReference', companion.citation, { act: companion.act, target: id }));
      continue;
    }
    const input: FactMap = Object.fromEntries(companion.set.map(({ field, value: given }) => [field, 'literal' in given ? given.literal : plain(given.expression.evaluate(scope))]));
    found.requests.push({ policy, matter: target, kind: target.kind, command: { act: companion.act, input, actor: SYSTEM, ...(command.countsAt !== undefined && { countsAt: command.countsAt }) } });
  }
}
