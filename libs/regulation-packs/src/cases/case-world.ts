import { localToInstant } from '@huiyin/deadline-rules';
import type { CompiledPolicy, FactMap, Person, Refusal, ViewResult } from '@huiyin/regulation-engine';
import { World } from '../worlds/world.ts';
import type { CaseAct } from './case-document.ts';
import { withInstants } from './local-times.ts';

/** What an act of an example brought about. */
export interface Played {
  /** The matter it was about, if any. */
  readonly matter?: string;
  readonly refusals: readonly Refusal[];
  readonly view?: ViewResult;
}

/** A world that is told what happens in the words of an example: local times, ids that the example gives. */
export class CaseWorld extends World {
  readonly zone: string;
  readonly people: readonly Person[];

  constructor(policy: CompiledPolicy, people: readonly Person[], now: string) {
    super(policy, people, now);
    this.zone = policy.zone;
    this.people = people;
  }

  /** A world of its own that begins as this one stands; `more` people come in, or are given anew. */
  fork(more: readonly Person[] = []): CaseWorld {
    const people = new Map([...this.people, ...more].map((person) => [person.id, person]));
    return new CaseWorld(this.policy, [...people.values()], this.now).takeOver(this);
  }

  /** Does what the example says; an act it cannot even try (an unknown matter, nobody of that name) throws. */
  play(act: CaseAct): Played {
    if (act.at !== undefined) this.at(localToInstant(act.at, this.zone));
    if (act.view !== undefined) {
      const view = this.view(act.by ?? 'system', act.view, this.#input(act));
      return { refusals: view.ok ? [] : view.refusals, view };
    }
    if (act.act === undefined) return { refusals: [], ...(act.on !== undefined && { matter: act.on }) };
    const kind = act.on === undefined ? act.kind : this.matter(act.on).kind;
    if (kind === undefined) throw new RangeError(`${act.act}: say on what it is done (on), or of which kind something is made (kind)`);
    const options = { ...(act.as !== undefined && { id: act.as }), ...(act.line !== undefined && { line: act.line }), ...(act.for !== undefined && { for: act.for }) };
    const { id, refusals } = this.try(act.by ?? 'system', kind, act.act, this.#input(act), act.on, options);
    return { matter: id, refusals };
  }

  #input({ input }: CaseAct): FactMap {
    return withInstants(input ?? {}, this.zone) as FactMap;
  }
}

/** `s2.4/13` in a case of s2.4 is `13`. */
export function shortRule(rule: string, pack: string): string {
  return rule.startsWith(`${pack}/`) ? rule.slice(pack.length + 1) : rule;
}

/** `13 notAllowed`, `20 priceIsNotTheSum price`. */
export function refusalText({ citation, code, field }: Refusal, pack: string): string {
  return `${shortRule(citation.rule, pack)} ${code}${field === undefined ? '' : ` ${field}`}`;
}
