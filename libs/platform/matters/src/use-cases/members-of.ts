import type { Directory, Outcome } from '@huiyin/regulation-engine';
import type { StoredMatter } from '@huiyin/platform-persistence';
import type { Member } from '../commit/commit-together.ts';
import type { Conclusion } from '../commit/draw-numbers.ts';
import type { CommitContext } from '../commit/to-stored.ts';
import type { PolicyLibrary } from '../policies/policy-library.ts';

type Done = Extract<Outcome, { ok: true }>;

/** What is known of each matter after several acts: a matter that was acted on twice is written once. The first comes first. */
export function concludedOf(outcomes: readonly Done[]): readonly Conclusion[] {
  const byMatter = new Map<string, Conclusion>();
  for (const outcome of outcomes) byMatter.set(outcome.matter.id, joined(byMatter.get(outcome.matter.id), outcome));
  return [...byMatter.values()];
}

export function joined(earlier: Conclusion | undefined, { matter, events, numbers, unique }: Done): Conclusion {
  return { matter, unique, events: [...(earlier?.events ?? []), ...events], numbers: [...(earlier?.numbers ?? []), ...numbers] };
}

/** The matters taken along, each bound to its own policy. They are stored, so they are known. */
export async function companionMembers(policies: PolicyLibrary, conclusions: readonly Conclusion[], known: ReadonlyMap<string, StoredMatter>, directory: Directory, given: Pick<CommitContext, 'cause' | 'simulated'>): Promise<readonly Member[]> {
  return Promise.all(
    conclusions.map(async (conclusion) => {
      const { id, policy } = conclusion.matter;
      return { before: known.get(id), conclusion, context: { ...given, directory, policy: await policies.get(policy) } };
    }),
  );
}
