import type { CompiledPolicy, Person } from '@huiyin/regulation-engine';
import type { CaseAct, Examples, StageDocument } from './case-document.ts';
import { CaseWorld, refusalText } from './case-world.ts';

/** An example that cannot be played: an unknown stage, person or matter, or an act on the way that came out otherwise than it says. */
export class UnplayableError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnplayableError';
  }
}

/** The stage and those it continues, the first first. */
export function chainOf(examples: Pick<Examples, 'stages'>, name: string): readonly StageDocument[] {
  const chain: StageDocument[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined; ) {
    const stage: StageDocument | undefined = examples.stages[at];
    if (stage === undefined) throw new UnplayableError(`there is no stage ${at}`);
    if (seen.has(at)) throw new UnplayableError(`the stages ${[...seen, at].join(' → ')} run in a circle`);
    seen.add(at);
    chain.unshift(stage);
    at = stage.after;
  }
  return chain;
}

/** People that the stage brings in, or gives anew. */
export const peopleOf = (stage: StageDocument): readonly Person[] => Object.entries(stage.people ?? {}).map(([id, person]) => ({ id, name: id, ...person }));

/** Plays an act on the way; one that comes out otherwise than the example says ends it. */
export function mustPlay(world: CaseWorld, act: CaseAct, pack: string): void {
  const { refusals } = world.play(act);
  const found = refusals.map((refusal) => refusalText(refusal, pack)).join(', ');
  const expected = (act.refused ?? []).join(', ');
  if (found !== expected) throw new UnplayableError(`${act.act ?? act.view ?? 'the clock'} by ${act.by ?? 'system'}: expected ${expected === '' ? 'no refusal' : `refused ${expected}`}, found ${found === '' ? 'no refusal' : found}`);
}

/** The stages of a pack under one policy: each is played once, and every example gets a copy. */
export class Stages {
  readonly #policy: CompiledPolicy;
  readonly #examples: Pick<Examples, 'stages'>;
  readonly #pack: string;
  readonly #played = new Map<StageDocument, CaseWorld | Error>();

  constructor(policy: CompiledPolicy, examples: Pick<Examples, 'stages'>, pack: string) {
    this.#policy = policy;
    this.#examples = examples;
    this.#pack = pack;
  }

  /** A world as the stage leaves it. Throws {@link UnplayableError}. */
  world(name: string): CaseWorld {
    let before: CaseWorld | undefined;
    for (const stage of chainOf(this.#examples, name)) before = this.#after(stage, before);
    return (before ?? new CaseWorld(this.#policy, [], '2000-01-01T00:00:00Z')).fork();
  }

  #after(stage: StageDocument, before: CaseWorld | undefined): CaseWorld {
    const known = this.#played.get(stage);
    if (known instanceof Error) throw known;
    if (known !== undefined) return known;
    const world = before?.fork(peopleOf(stage)) ?? new CaseWorld(this.#policy, peopleOf(stage), '2000-01-01T00:00:00Z');
    try {
      for (const act of stage.acts ?? []) mustPlay(world, act, this.#pack);
    } catch (error) {
      this.#played.set(stage, error instanceof Error ? error : new UnplayableError(String(error)));
      throw error;
    }
    this.#played.set(stage, world);
    return world;
  }
}
