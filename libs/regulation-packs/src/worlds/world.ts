import { alarm, directoryOf, needs, needsOfAlarm, needsOfEvent, nextAlarmAt, nextStep, numberText, observe, runView, SYSTEM, withNumbers } from '@huiyin/regulation-engine';
import type { Actor, CompiledPolicy, Directory, EngineEvent, FactMap, Facts, Matter, NextStep, Outcome, Person, QueryAsker, Refusal, Request, ResolvedEffect, ViewResult } from '@huiyin/regulation-engine';
import { answered } from './answered.ts';
import { Counting } from './counting.ts';
import type { Look } from './counting.ts';
import { decided } from './decided.ts';

/** Told to whom, by which rule, when. */
export interface Told {
  readonly to: string;
  readonly rule: string;
  readonly text: string;
  readonly about: string;
  readonly at: string;
}

export interface ActOptions {
  readonly line?: string;
  /** Customer whose word or signature a member of staff records. */
  readonly for?: string;
  /** Id of the matter that the act makes. Default: the kind and a running number. */
  readonly id?: string;
}

/** Events of one matter, with the matter they come from. */
export interface Happened {
  readonly matter: string;
  readonly event: EngineEvent;
}

/** All services of an operator in one memory: the real engine, a clock that is moved by hand, effects carried out at once. */
export class World {
  readonly policy: CompiledPolicy;
  readonly matters = new Map<string, Matter>();
  readonly happened: Happened[] = [];
  readonly told: Told[] = [];
  /** Acts of the system that their target refused. */
  readonly refusedEffects: Refusal[] = [];
  now: string;
  readonly #people: Directory;
  readonly #customers = new Set<string>();
  readonly #counters = new Map<string, number>();
  #made = 0;
  #counting: Counting;

  constructor(policy: CompiledPolicy, people: readonly Person[], now: string) {
    this.policy = policy;
    this.#counting = new Counting(policy);
    this.#people = directoryOf(people);
    this.now = new Date(now).toISOString();
  }

  /** Becomes as the other world is; afterwards neither sees what happens in the other. */
  protected takeOver(other: World): this {
    this.now = other.now;
    for (const [id, matter] of other.matters) this.matters.set(id, matter);
    for (const id of other.#customers) this.#customers.add(id);
    for (const [series, count] of other.#counters) this.#counters.set(series, count);
    this.happened.push(...other.happened);
    this.told.push(...other.told);
    this.refusedEffects.push(...other.refusedEffects);
    this.#made = other.#made;
    this.#counting = other.#counting.copy();
    return this;
  }

  get events(): readonly EngineEvent[] {
    return this.happened.map(({ event }) => event);
  }

  /** Moves the clock, to the millisecond; every alarm due by then has fired, each at its own instant. */
  at(instant: string): this {
    const target = new Date(instant).toISOString();
    for (;;) {
      const due = [...this.matters.values()]
        .flatMap((matter) => (matter.final ? [] : [{ matter, at: nextAlarmAt(matter) }]))
        .filter((entry): entry is { matter: Matter; at: string } => entry.at !== undefined && entry.at <= target)
        .sort((one, other) => one.at.localeCompare(other.at))[0];
      if (due === undefined) break;
      this.now = due.at > this.now ? due.at : this.now;
      this.#take(alarm(this.policy, due.matter, this.#knowing(needsOfAlarm(this.policy, due.matter).queries, { matter: due.matter }), this.now), due.matter.id);
    }
    this.now = target;
    return this;
  }

  /** Performs an act that must succeed. `on` is a matter's id; left out, the act makes one. @returns the matter's id */
  act(by: string, kind: string, act: string, input: FactMap = {}, on?: string, options: ActOptions = {}): string {
    const { id, refusals } = this.try(by, kind, act, input, on, options);
    if (refusals.length > 0) throw new Error(`${act} of ${kind} by ${by} is refused: ${refusals.map(({ code, citation }) => `${code} (${citation.rule})`).join(', ')}`);
    return id;
  }

  /** Tries an act. @returns the rules and codes of every failing gate; empty: done */
  try(by: string, kind: string, act: string, input: FactMap = {}, on?: string, options: ActOptions = {}): { readonly id: string; readonly refusals: readonly Refusal[] } {
    const id = on ?? options.id ?? `${kind}-${(this.#made += 1)}`;
    const command = { act, input, actor: this.#actor(by), ...(options.line && { line: options.line }), ...(options.for && { onBehalfOf: { id: options.for, kind: 'customer' as const, evidence: 'signature on paper' } }) };
    const before = this.matters.get(id);
    const facts = this.#knowing(needs(this.policy, before, kind, act, input).queries, { ...(before && { matter: before }), kind, act: input, actor: command.actor.id });
    const outcome = this.#perform({ policy: this.policy, ...(before && { matter: before }), kind, command, ...(on === undefined && { create: { id, tenant: 'operator' } }) }, facts, id);
    if (kind === 'customer' && outcome.ok) this.#customers.add(id);
    return { id, refusals: outcome.ok ? [] : outcome.refusals };
  }

  /** `s2.4/13 notAllowed` … of a refused act, in order. */
  refused(by: string, kind: string, act: string, input: FactMap = {}, on?: string, options: ActOptions = {}): readonly string[] {
    return this.try(by, kind, act, input, on, options).refusals.map(({ citation, code }) => `${citation.rule} ${code}`);
  }

  matter(id: string): Matter {
    const matter = this.matters.get(id);
    if (matter === undefined) throw new Error(`no matter ${id}`);
    return matter;
  }

  next(id: string): NextStep | undefined {
    return nextStep(this.matter(id));
  }

  toldAbout(id: string, rule: string): readonly string[] {
    return this.told.filter((told) => told.about === id && told.rule === rule).map(({ to }) => to);
  }

  view(by: string, name: string, filters: FactMap = {}): ViewResult {
    return runView(this.policy, name, [...this.matters.values()], this.facts(), this.#actor(by), this.now, filters);
  }

  /** Open matters, those at rest aside, that nobody owns or that have no next step: must be empty. */
  ownerless(): readonly string[] {
    return [...this.matters.values()].filter((matter) => !matter.record && !matter.final && !this.#rests(matter) && matter.waitsFor === undefined && (matter.owner === undefined || nextStep(matter) === undefined)).map(({ id }) => id);
  }

  #rests({ kind, governor, state }: Matter): boolean {
    const family = this.policy.kinds.get(kind);
    return (family?.governed.find(({ pack }) => pack === governor)?.kind ?? family?.plain)?.resting.has(state) ?? false;
  }

  /** What the engine is told of persons and linked matters. */
  facts(): Facts {
    return { directory: this.#people, matter: (id) => this.matters.get(id) };
  }

  /** Opens what cycles owe by now, as the system. `since`: every period that has begun (or ended) after it. @returns ids of what was opened */
  openCycles(since?: string): readonly string[] {
    const owed = this.#counting.owed(this.#look(), since === undefined ? undefined : new Date(since).toISOString());
    return owed.map(({ id, kind, act, input }) => this.act(SYSTEM.id, kind, act, input, undefined, { id }));
  }

  /** Closes an indicator of the period that holds `at`, or corrects what was closed. @returns the id of its result */
  close(indicator: string, at: string): string {
    const closed = this.#counting.scored(this.#look(), indicator, at);
    if (closed === undefined) throw new Error(`${indicator} never closes`);
    const { id, kind, act, input, correction } = closed;
    return this.matters.has(id) ? this.act(SYSTEM.id, kind, correction.act, correction.input, id) : this.act(SYSTEM.id, kind, act, input, undefined, { id });
  }

  #look(): Look {
    return { rows: [...this.matters.values()], facts: this.facts(), now: this.now, exists: (id) => this.matters.has(id) };
  }

  /** The facts with the answers of these queries over all matters, in the order in which they are needed. */
  #knowing(queries: readonly { readonly name: string; readonly at?: string }[], asker: Omit<QueryAsker, 'facts'>): Facts {
    return answered(this.policy, queries, [...this.matters.values()], { ...asker, facts: this.facts() }, this.now);
  }

  #actor(by: string): Actor {
    const person = this.#people.person(by);
    if (person !== undefined) return { id: by, kind: 'staff', name: person.name, roles: person.roles };
    if (this.#customers.has(by)) return { id: by, kind: 'customer', name: by, roles: ['customer'] };
    if (by !== SYSTEM.id) throw new RangeError(`nobody is known as ${by}`);
    return SYSTEM;
  }

  /** Performs an act with those it takes along, all or nothing, and takes over what came of it. @returns the outcome of the act itself */
  #perform(request: Request, facts: Facts, id: string): Outcome {
    const outcomes = decided(request, facts, this.now, this.matters.values());
    for (const outcome of outcomes) this.#take(outcome, outcome.ok ? outcome.matter.id : id);
    return outcomes[0]!;
  }

  #take(outcome: Outcome, id: string): void {
    const numbered = outcome.ok ? withNumbers(outcome, outcome.numbers.map((request) => numberText(request, this.#draw(request.series)))) : outcome;
    if (numbered.matter !== undefined) this.matters.set(numbered.matter.id, numbered.matter);
    this.happened.push(...numbered.events.map((event) => ({ matter: id, event })));
    for (const event of numbered.events) {
      for (const effect of event.effects) this.#carryOut(effect, id, event.at);
      this.#spread(event, id);
      this.#count(event, id);
    }
  }

  /** What an event counts towards: what its subject owes in a period, and thresholds that are reached by it. */
  #count(event: EngineEvent, source: string): void {
    const from = this.matter(source);
    for (const { id, kind, act } of this.#counting.counted(this.#look(), event, from)) {
      const owed = this.matters.get(id);
      if (owed !== undefined && !owed.final) this.#carryOut({ id: `${source}:${event.seq}:${id}`, verb: 'act', service: owed.service, kind, target: id, act, input: {}, citation: { rule: '' } }, id, event.at);
    }
    const reached = this.#counting.reached(this.#look(), event, from);
    for (const { id, kind, act, input } of reached) this.act(SYSTEM.id, kind, act, input, undefined, { id });
  }

  #draw(series: string): number {
    const count = (this.#counters.get(series) ?? 0) + 1;
    this.#counters.set(series, count);
    return count;
  }

  #carryOut(effect: ResolvedEffect, about: string, at: string): void {
    if (effect.verb === 'tell') this.told.push(...effect.to.map((to) => ({ to, rule: effect.citation.rule, text: effect.text, about, at })));
    if (effect.verb !== 'act' && effect.verb !== 'open') return;
    const creating = effect.verb === 'open' ? { id: effect.target, tenant: 'operator', service: effect.service } : undefined;
    const before = this.matters.get(effect.target);
    const counts = effect.countsAt === undefined ? {} : { at: effect.countsAt };
    const facts = this.#knowing(needs(this.policy, before, effect.kind, effect.act, effect.input).queries, { ...(before && { matter: before }), kind: effect.kind, act: effect.input, actor: SYSTEM.id, ...counts });
    const outcome = this.#perform({ policy: this.policy, ...(before && { matter: before }), kind: effect.kind, command: { act: effect.act, input: effect.input, actor: SYSTEM, ...(effect.countsAt !== undefined && { countsAt: effect.countsAt }) }, ...(creating && { create: creating }) }, facts, effect.target);
    if (!outcome.ok) this.refusedEffects.push(...outcome.refusals);
  }

  /** Matters linked by one ref, either way, look at the event. */
  #spread(event: EngineEvent, source: string): void {
    for (const [id, matter] of [...this.matters]) {
      const from = this.matters.get(source);
      const linked = from !== undefined && id !== source && !matter.record && (Object.values(matter.links).includes(source) || Object.values(from.links).includes(id));
      if (!linked) continue;
      const facts = this.#knowing(needsOfEvent(this.policy, matter, event).queries, { matter });
      this.#take(observe(this.policy, this.matter(id), event, from, facts, this.now), id);
    }
  }
}
