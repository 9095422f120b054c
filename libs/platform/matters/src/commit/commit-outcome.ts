import type { EngineEvent, Refusal, UniqueClaim } from '@huiyin/regulation-engine';
import type { StoredMatter, TenantMatters } from '@huiyin/platform-persistence';
import type { HostParts } from '../ports.ts';
import { drawNumbers } from './draw-numbers.ts';
import type { Conclusion } from './draw-numbers.ts';
import { toStored } from './to-stored.ts';
import type { CommitContext } from './to-stored.ts';

/** Writers that draw the same number collide; the loser draws again at most this often. */
export const NUMBER_ATTEMPTS = 50;

export type Committed =
  | { readonly result: 'stored'; readonly stored: StoredMatter; readonly events: readonly EngineEvent[] }
  | { readonly result: 'conflict' }
  /** Another matter was created by the same command key. */
  | { readonly result: 'repeated'; readonly key: string }
  | { readonly result: 'refused'; readonly refusals: readonly Refusal[] };

/** Stores what the engine concluded as one guarded update of one document, events inside. */
export async function commitOutcome(parts: HostParts, matters: TenantMatters, before: StoredMatter | undefined, conclusion: Conclusion, context: CommitContext): Promise<Committed> {
  for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt += 1) {
    const numbered = await drawNumbers(matters, conclusion);
    const stored = toStored(parts, before, conclusion, numbered, context);
    await parts.crash.at('command.before-commit');
    const result = before === undefined ? await matters.insert(stored) : await matters.commit(stored, before.version, stored.pending);
    await parts.crash.at('command.after-commit');
    if (result.result === 'stored') {
      parts.wake();
      return { result: 'stored', stored, events: numbered.events };
    }
    if (result.result === 'conflict') return { result: 'conflict' };
    if (result.key.startsWith('c|')) return { result: 'repeated', key: result.key };
    if (result.key.startsWith('u|')) return { result: 'refused', refusals: claimRefusals(conclusion.unique, result.key) };
  }
  return { result: 'conflict' };
}

/** Refusals of the claims on a key that another matter holds. */
export function claimRefusals(claims: readonly UniqueClaim[], key: string): readonly Refusal[] {
  return claims
    .filter((claim) => `u|${claim.key}` === key)
    .map((claim) => ({ code: claim.refuse, at: 'gate', citation: claim.citation, facts: {} }) satisfies Refusal);
}
