import { observe } from '@huiyin/regulation-engine';
import type { CompiledPolicy, EngineEvent, Facts, Matter, StepState } from '@huiyin/regulation-engine';
import { FALLBACK_PROBE, PROBE } from './promises-alone.ts';

const FALLBACK = 'fallback';

/** What the promises of one matter would be under one policy. */
export class PromisesUnder {
  readonly #alone: CompiledPolicy;
  readonly #matter: Matter;
  readonly #facts: Facts;
  readonly #opened = new Map<string, ReadonlyMap<string, StepState>>();

  /** @param alone the policy compiled from `promisesAlone` */
  constructor(alone: CompiledPolicy, matter: Matter, facts: Facts) {
    this.#alone = alone;
    this.#matter = matter;
    this.#facts = facts;
  }

  /** The promise as it would have been opened at the run's own opening; undefined where the policy has none, or cannot compute it. */
  of(run: StepState): StepState | undefined {
    const id = run.name === FALLBACK ? FALLBACK_PROBE : run.id.replace(/#\d+$/, '');
    return this.at(run.openedAt, run.starter ?? 'system').get(id);
  }

  /** Every promise of the kind, opened at one instant, by run id. */
  at(instant: string, starter: string): ReadonlyMap<string, StepState> {
    const key = `${instant} ${starter}`;
    const known = this.#opened.get(key) ?? this.#open(instant, starter);
    this.#opened.set(key, known);
    return known;
  }

  #open(at: string, starter: string): ReadonlyMap<string, StepState> {
    const { kind, policy } = this.#matter;
    const bare: Matter = { ...this.#matter, steps: [], flags: {}, final: false };
    const event: EngineEvent = { type: `${kind}.${PROBE}`, kind, seq: 0, at, by: { id: starter, kind: 'system', name: starter, roles: [] }, policy, change: {}, effects: [] };
    const outcome = observe(this.#alone, bare, event, this.#matter, this.#facts, at);
    return new Map(outcome.ok ? outcome.matter.steps.map((step) => [step.id, step]) : []);
  }
}
