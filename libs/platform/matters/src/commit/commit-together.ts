import type { Refusal } from '@huiyin/regulation-engine';
import type { StoredMatter, TenantMatters } from '@huiyin/platform-persistence';
import type { HostParts } from '../ports.ts';
import { claimRefusals, commitOutcome, NUMBER_ATTEMPTS } from './commit-outcome.ts';
import type { Committed } from './commit-outcome.ts';
import { drawNumbers } from './draw-numbers.ts';
import type { Conclusion } from './draw-numbers.ts';
import { toStored } from './to-stored.ts';
import type { CommitContext } from './to-stored.ts';

/** One matter of several that change together. */
export interface Member {
  readonly before: StoredMatter | undefined;
  readonly conclusion: Conclusion;
  readonly context: CommitContext;
}

/**
 * Stores what was concluded about one matter as one guarded update, about several in one transaction: all of them or none.
 * The first is the one that was asked for; what is stored of it is what comes back.
 */
export async function commitTogether(parts: HostParts, matters: TenantMatters, members: readonly [Member, ...Member[]]): Promise<Committed> {
  const [first] = members;
  if (members.length === 1) return commitOutcome(parts, matters, first.before, first.conclusion, first.context);
  for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt += 1) {
    const drawn = new Map<string, number>();
    const writes: { readonly stored: StoredMatter; readonly expectedVersion?: number }[] = [];
    for (const { before, conclusion, context } of members) {
      const stored = toStored(parts, before, conclusion, await drawNumbers(matters, conclusion, drawn), context);
      writes.push({ stored, ...(before && { expectedVersion: before.version }) });
    }
    await parts.crash.at('together.before-commit');
    const result = await matters.storeTogether(writes);
    await parts.crash.at('together.after-commit');
    if (result.result === 'stored') {
      parts.wake();
      const stored = writes[0]!.stored;
      return { result: 'stored', stored, events: stored.pending.map(({ data }) => data) };
    }
    if (result.result === 'conflict') return { result: 'conflict' };
    if (result.key.startsWith('c|')) return { result: 'repeated', key: result.key };
    if (result.key.startsWith('u|')) return { result: 'refused', refusals: members.flatMap((member) => claimedBy(member, result.key, member === first)) };
  }
  return { result: 'conflict' };
}

function claimedBy({ conclusion }: Member, key: string, asked: boolean): readonly Refusal[] {
  const { id, kind } = conclusion.matter;
  const act = conclusion.events.at(0)?.type.split('.').at(-1) ?? '';
  return claimRefusals(conclusion.unique, key).map((refusal) => (asked ? refusal : { ...refusal, of: { matter: id, kind, act } }));
}
