import { nextAlarmAt } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Directory, EngineEvent, Refusal, UniqueClaim } from '@huiyin/regulation-engine';
import type { StoredMatter, TenantMatters } from '@huiyin/platform-persistence';
import type { HostParts } from '../ports.ts';
import { drawNumbers } from './draw-numbers.ts';
import type { Conclusion } from './draw-numbers.ts';
import { envelope } from './envelope.ts';
import type { Causation } from './envelope.ts';
import { readerTokens } from './readers.ts';

/** How many commands a matter remembers, so that a repeated key is answered and not done again. */
const REMEMBERED_COMMANDS = 32;
/** Writers that draw the same number collide; the loser draws again at most this often. */
const NUMBER_ATTEMPTS = 50;

export interface CommitContext {
  readonly policy: CompiledPolicy;
  readonly directory: Directory;
  readonly cause: Causation;
  readonly simulated: boolean;
  readonly command?: { readonly key: string; readonly bodyHash: string };
  /** Source aggregate → seq applied by this commit. */
  readonly applied?: Readonly<Record<string, number>>;
}

export type Committed =
  | { readonly result: 'stored'; readonly stored: StoredMatter; readonly events: readonly EngineEvent[] }
  | { readonly result: 'conflict' }
  /** Another matter was created by the same command key. */
  | { readonly result: 'repeated'; readonly key: string }
  | { readonly result: 'refused'; readonly refusals: readonly Refusal[] };

export const commandClaim = (key: string): string => `c|${key}`;
const lasting = (key: string): boolean => key.startsWith('n|') || key.startsWith('c|');

/** Stores what the engine concluded as one guarded update of one document, events inside. */
export async function commitOutcome(parts: HostParts, matters: TenantMatters, before: StoredMatter | undefined, conclusion: Conclusion, context: CommitContext): Promise<Committed> {
  for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt += 1) {
    const numbered = await drawNumbers(matters, conclusion);
    const readers = readerTokens(context.policy, numbered.matter, context.directory);
    const recordedAt = parts.surroundings.nowMs();
    const events = numbered.events.map((event) => envelope(parts.service, numbered.matter, event, readers, context.cause, context.simulated, recordedAt));
    const stored: StoredMatter = {
      id: numbered.matter.id,
      tenant: numbered.matter.tenant,
      kind: numbered.matter.kind,
      version: (before?.version ?? 0) + 1,
      matter: numbered.matter,
      readers,
      linked: [...new Set(Object.values(numbered.matter.links))],
      keys: [
        ...(before?.keys.filter(lasting) ?? []),
        ...numbered.keys,
        ...conclusion.unique.map((claim) => `u|${claim.key}`),
        ...(before === undefined && context.command ? [commandClaim(context.command.key)] : []),
      ],
      nextAlarmAt: nextAlarmAt(numbered.matter) ?? null,
      simulated: context.simulated,
      sources: { ...before?.sources, ...context.applied },
      recent: [...(before?.recent ?? []), ...(context.command ? [{ ...context.command, version: (before?.version ?? 0) + 1 }] : [])].slice(-REMEMBERED_COMMANDS),
      pending: events,
    };
    await parts.crash.at('command.before-commit');
    const result = before === undefined ? await matters.insert(stored) : await matters.commit(stored, before.version, events);
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

function claimRefusals(claims: readonly UniqueClaim[], key: string): readonly Refusal[] {
  return claims
    .filter((claim) => `u|${claim.key}` === key)
    .map((claim) => ({ code: claim.refuse, at: 'gate', citation: claim.citation, facts: {} }) satisfies Refusal);
}
