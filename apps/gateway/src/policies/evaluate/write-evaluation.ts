import { kebab, kebabPath } from '@huiyin/platform-http';
import type { Fault, Locale } from '@huiyin/platform-http';
import type { CompiledPolicy, KindDescription, Matter, StepState, WhyAnswer } from '@huiyin/regulation-engine';
import { writeDeadline } from '../../deadlines/write-deadline.ts';
import { writeFacts } from '../../mapping/write-facts.ts';
import { writeInstants } from '../../mapping/write-instants.ts';
import type { PeopleById } from '../../matters/people.service.ts';
import { refusalFaults, refusalText } from '../../problems/refusal-faults.ts';
import { citeOf } from '../../problems/write-cite.ts';
import type { ActEvaluation } from './evaluation.ts';

export interface EvaluationReader {
  readonly policy: CompiledPolicy;
  readonly kind: KindDescription;
  readonly people: PeopleById;
  readonly zone: string;
  readonly locale: Locale;
}

/** A promise that would be open, with its explanation in three languages. */
export function writePromise(step: StepState, explanation: WhyAnswer | undefined, { kind, people, zone, locale }: EvaluationReader) {
  const { explanation: told, ...due } = writeDeadline(step, explanation, kind, people, zone, locale);
  return { ...due, explanation: told, lines: explanation?.due?.lines ?? { 'zh-CN': [], 'zh-TW': [], en: [] } };
}

/** What would come of an act: allowed or every failing gate, what watching regulations say, the facts it sets. */
export function writeAct({ allowed, refusals, watched, before, after, events }: ActEvaluation, reader: EvaluationReader) {
  const { policy, kind, locale } = reader;
  const changed = events.reduce<Record<string, Matter['facts'][string]>>((all, { change }) => ({ ...all, ...change.set }), {});
  return {
    allowed,
    errors: refusalFaults(policy, kind, refusals).map((fault: Fault) => ({ ...fault, message: fault.message(locale) })),
    wouldRefuse: watched.flatMap((watch) => watch.refusals.map(({ code, rule, field }) => ({ code: `${kebab(kind.kind)}.${kebab(code)}`, rule, message: refusalText(policy, { code, at: 'gate', citation: { rule }, facts: {}, ...(field !== undefined && { field }) }, locale) }))),
    wouldOpen: writeInstants(watched.flatMap(({ data }) => (Array.isArray(data['opens']) ? data['opens'] : [])), reader.zone),
    state: after ? kebab(after.state) : null,
    was: before ? kebab(before.state) : null,
    set: written(changed, reader),
    events: events.map(({ type, at, citation }) => ({ event: kebabPath(type), at: writeInstants(at, reader.zone), rule: citation?.rule ?? null, ...(citation && citeOf(citation) && { cite: citeOf(citation) }) })),
    told: events.flatMap(({ effects }) => effects.flatMap((effect) => (effect.verb === 'tell' ? [{ to: effect.to, code: kebab(effect.text), rule: effect.citation.rule }] : []))),
  };
}

/** Facts as the API spells them: core ones at the top, those of regulations under `fields`. */
function written(facts: Matter['facts'], { kind, zone }: EvaluationReader) {
  const { core, packed } = writeFacts(kind, facts, zone);
  return { ...core, fields: packed };
}
