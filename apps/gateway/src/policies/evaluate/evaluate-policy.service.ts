import { Injectable } from '@nestjs/common';
import { faultAt, problem } from '@huiyin/platform-http';
import type { JsonObject, Locale } from '@huiyin/platform-http';
import { why } from '@huiyin/regulation-engine';
import type { ActDescription, CompiledPolicy, Facts, KindDescription, Matter, Person } from '@huiyin/regulation-engine';
import type { Caller } from '../../callers/caller.ts';
import { readInstant } from '../../mapping/instant.ts';
import { readInput } from '../../mapping/read-input.ts';
import { engineWord } from '../../mapping/read-value.ts';
import { writeValue } from '../../mapping/write-facts.ts';
import { writeInstants } from '../../mapping/write-instants.ts';
import { People } from '../../matters/people.service.ts';
import { KnownPolicies } from '../known-policies.service.ts';
import { Policies } from '../policies.service.ts';
import { GivenMatter } from './evaluate-policy.body.ts';
import type { EvaluatedActor, EvaluatePolicyBody } from './evaluate-policy.body.ts';
import { derived, evaluateActs, explained, promised } from './evaluation.ts';
import type { SupposedAct } from './evaluation.ts';
import { supposedId } from './given-matter.ts';
import { actorOf } from './given-person.ts';
import { SupposedMatters } from './supposed.service.ts';
import { writeAct, writePromise } from './write-evaluation.ts';
import type { EvaluationReader } from './write-evaluation.ts';

interface ReadAct extends SupposedAct {
  readonly ids: readonly string[];
  readonly person?: Person;
}

/** Answers what a policy says about a case that is only supposed: an act, a derived fact, a due time. Nothing is stored. */
@Injectable()
export class EvaluatePolicy {
  constructor(
    private readonly policies: Policies,
    private readonly known: KnownPolicies,
    private readonly supposed: SupposedMatters,
    private readonly people: People,
  ) {}

  /** @throws ProblemError 404 for a policy or kind that is not known here, 422 naming every fault of the question */
  async evaluate(caller: Caller, body: EvaluatePolicyBody, locale: Locale) {
    const hash = await this.known.forEvaluation(caller, body.policy);
    const kinds = await this.policies.kinds(hash);
    const kind = kinds.byWord(body.kind) ?? kinds.byName(body.kind);
    if (!kind) throw problem('invalid', { errors: [faultAt('/kind', 'not-a-choice', { choices: kinds.all().map(({ kind: name }) => name).join(', ') })] });
    if (body.act === undefined && body.fact === undefined && body.step === undefined) throw problem('invalid', { errors: [faultAt('/act', 'required')] });
    if (body.matter && body.earlier && body.earlier.length > 0) throw problem('invalid', { errors: [faultAt('/earlier', 'refused')] });
    const now = instantAt('/now', body.now, caller.now);
    const supposed = await this.supposed.read(kinds, kind, body.matter ?? (isMade(kind, body) ? undefined : new GivenMatter()), body.links ?? {}, { tenant: caller.operator.id, now });
    const acts = actsOf(kind, body, now, supposed.linkFacts);
    const ids = [...acts.flatMap((act) => act.ids), ...Object.values(supposed.matter?.links ?? {})];
    const facts = await this.supposed.facts(caller, supposed, acts.flatMap(({ person }) => (person ? [person] : [])), ids);
    const { policy } = kinds;
    const given = supposed.matter && derived(policy, supposed.matter, facts, supposed.matter.openedAt);
    const evaluated = acts.length > 0 ? evaluateActs(policy, kind.kind, given, acts, facts, supposedId(kind, 255), caller.operator.id) : undefined;
    if (evaluated?.refusedEarlier) throw problem('invalid', { errors: [faultAt(`/earlier/${evaluated.refusedEarlier.index}`, 'refused'), ...writeAct(evaluated.last, { policy, kind, people: new Map(), zone: caller.operator.zone, locale }).errors.map((fault) => ({ ...fault, message: () => fault.message }))] });
    const after = evaluated?.last.after ?? given;
    const people = await this.people.named(caller, [...(after?.steps.flatMap(({ who }) => who) ?? [])]);
    const reader: EvaluationReader = { policy, kind, people, zone: caller.operator.zone, locale };
    return {
      policy: hash,
      kind: body.kind,
      now: writeInstants(now, reader.zone),
      ...(body.act !== undefined && evaluated && { act: { act: body.act, ...writeAct(evaluated.last, reader) } }),
      ...(after && { dues: after.steps.filter(({ open, silent }) => open && !silent).map((run) => writePromise(run, explained(policy, after, run, facts, now), reader)) }),
      ...(body.fact !== undefined && { fact: this.fact(policy, kind, matterOf(after), body.fact, facts, now, reader) }),
      ...(body.step !== undefined && { steps: await this.steps(hash, policy, matterOf(after), body.step, facts, now, reader) }),
    };
  }

  private fact(policy: CompiledPolicy, kind: KindDescription, matter: Matter, word: string, facts: Facts, now: string, reader: EvaluationReader) {
    const name = engineWord(word);
    const field = kind.fields.find((candidate) => candidate.name === name);
    if (!field && name !== 'state' && name !== 'owner') throw problem('invalid', { errors: [faultAt('/fact', 'not-a-choice', { choices: kind.fields.map((candidate) => candidate.name).join(', ') })] });
    const value = name === 'state' ? matter.state : name === 'owner' ? (matter.owner ?? null) : (matter.facts[name] ?? null);
    return { fact: word, value: field ? writeValue(value, field, reader.zone) : value, why: writeInstants(why(policy, matter, name, facts, now) ?? null, reader.zone) };
  }

  private async steps(hash: string, policy: CompiledPolicy, matter: Matter, word: string, facts: Facts, now: string, reader: EvaluationReader) {
    const name = engineWord(word);
    if (!reader.kind.steps.some((step) => step.name === name)) throw problem('invalid', { errors: [faultAt('/step', 'not-a-choice', { choices: reader.kind.steps.map((step) => step.name).join(', ') })] });
    const runs = promised(await this.policies.promises(hash, 'facts'), matter, name, facts, now);
    return runs.map((run) => writePromise(run, explained(policy, matter, run, facts, now), reader));
  }
}

/** The question begins with an act that makes the matter. */
function isMade(kind: KindDescription, { act, earlier = [] }: EvaluatePolicyBody): boolean {
  const first = earlier[0]?.act ?? act;
  return first !== undefined && (kind.acts.find(({ name }) => name === engineWord(first))?.creating ?? false);
}

function matterOf(matter: Matter | undefined): Matter {
  if (!matter) throw problem('invalid', { errors: [faultAt('/matter', 'required')] });
  return matter;
}

function actsOf(kind: KindDescription, body: EvaluatePolicyBody, now: string, linkFacts: Readonly<Record<string, string>>): readonly ReadAct[] {
  const earlier = (body.earlier ?? []).map((act, index) => readAct(kind, act.act, act.input ?? {}, act.actor ?? body.actor, instantAt(`/earlier/${index}/now`, act.now, now), `/earlier/${index}`, linkFacts));
  if (body.act === undefined) return earlier;
  return [...earlier, readAct(kind, body.act, body.input ?? {}, body.actor, now, '', linkFacts)];
}

function readAct(kind: KindDescription, word: string, input: JsonObject, actor: EvaluatedActor | undefined, at: string, pointer: string, linkFacts: Readonly<Record<string, string>>): ReadAct {
  const act = kind.acts.find(({ name }) => name === engineWord(word));
  if (!act) throw problem('invalid', { errors: [faultAt(`${pointer}/act`, 'not-a-choice', { choices: kind.acts.map(({ name }) => name).join(', ') })] });
  const read = readInput(kind, act, input);
  if (read.faults.length > 0) throw problem('invalid', { errors: read.faults.map((fault) => ({ ...fault, ...(fault.pointer !== undefined && { pointer: `${pointer}/input${fault.pointer}` }) })) });
  return { act: act.name, input: { ...linksTaken(act, linkFacts), ...read.input }, ...(read.line !== undefined && { line: read.line }), at, ids: read.ids.map(({ id }) => id), ...actorOf(actor) };
}

/** Supposed matters are linked by whatever act takes the link. */
function linksTaken(act: ActDescription, linkFacts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(linkFacts).filter(([name]) => act.fields.some(({ field }) => field === name)));
}

function instantAt(pointer: string, text: string | undefined, otherwise: string): string {
  if (text === undefined) return otherwise;
  const at = readInstant(text);
  if (at === undefined) throw problem('invalid', { errors: [faultAt(pointer, 'wrong-format', { type: 'RFC 3339' })] });
  return at;
}
