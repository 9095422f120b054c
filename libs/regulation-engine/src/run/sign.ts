import type { CompiledAct } from '../compile/compiled-act.ts';
import type { Decision } from '../decide/decide.ts';
import { mayAct } from '../parties/may-act.ts';
import { responsible } from '../parties/resolve-persons.ts';
import type { MatterChange } from '../matter/event.ts';
import type { FactValue, Signature, StepState } from '../matter/matter.ts';
import { endRun } from '../react/end-runs.ts';
import { fallbackDue } from '../react/fallback-due.ts';
import { dueParts } from '../react/open-runs.ts';
import { caretaker } from '../react/owing.ts';
import type { Command } from './outcome.ts';
import type { Session } from './session.ts';
import { signatureStep } from './signature-steps.ts';

export interface Signing {
  readonly change: MatterChange;
  /** Other signatures are missing: the act is not done yet. */
  readonly pending: boolean;
}

/** One signature per entry of `sign`, on the same content; the last completes the act, missing ones are open steps. */
export function sign(session: Session, act: CompiledAct, command: Command, decision: Decision, at: string): Signing | undefined {
  if (!act.sign) return undefined;
  const { matter } = session;
  const standing = standingSignatures(session, act);
  const entry = act.sign.findIndex((persons, index) => !standing.some((signature) => signature.entry === index) && mayAct(persons, command.actor, command.onBehalfOf, session.people(session.scope(at), at, matter)) === 'allowed');
  const signature: Signature = { act: act.name, by: command.actor.id, at, content: contentOf(decision), entry: Math.max(entry, 0), ...(command.onBehalfOf && { for: command.onBehalfOf }) };
  const missing = act.sign.flatMap((persons, index) => (index === signature.entry || standing.some((other) => other.entry === index) ? [] : [{ persons, index }]));
  const open = matter.steps.filter((step) => step.open && step.name === signatureStep(act));
  if (missing.length === 0) return { change: { signature, steps: open.map((step) => endRun(step, at)) }, pending: false };
  const own = open.filter((step) => step.member === signature.entry).map((step) => endRun(step, at));
  const asked = missing.filter(({ index }) => !open.some((step) => step.member === index)).map(({ persons, index }) => askFor(session, act, persons, index, at, command.actor.id));
  return { change: { signature, steps: [...own, ...asked] }, pending: true };
}

/** Signatures given since the act was last completed. */
export function standingSignatures({ matter }: Session, act: CompiledAct): readonly Signature[] {
  const last = matter.did[act.name]?.at ?? '';
  return matter.signatures.filter((signature) => signature.act === act.name && signature.at > last);
}

/** Canonical JSON of what is signed: the facts the act sets, names in order. */
export function contentOf({ input }: Pick<Decision, 'input'>): string {
  return JSON.stringify(sorted(input as FactValue));
}

function sorted(value: FactValue): FactValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, sorted(entry)]));
}

function askFor(session: Session, act: CompiledAct, persons: NonNullable<CompiledAct['sign']>[number], index: number, at: string, starter: string): StepState {
  const scope = session.scope(at);
  const person = responsible(persons, session.people(scope, at)) ?? caretaker(session, session.matter, at);
  const due = fallbackDue(session, at, scope);
  return {
    id: `${signatureStep(act)}[${index}]#${standingSignatures(session, act).length + 1}@${session.matter.seq}`, name: signatureStep(act), act: act.name, citation: act.citation,
    who: person === undefined ? [] : [person], openedAt: at, startedAt: at, starter, ...dueParts(due), open: true, member: index,
    why: { item: act.item, policy: session.policy.hash, ...due?.why },
  };
}
