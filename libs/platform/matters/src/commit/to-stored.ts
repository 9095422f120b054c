import { nextAlarmAt } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Directory } from '@huiyin/regulation-engine';
import type { StoredMatter } from '@huiyin/platform-persistence';
import type { HostParts } from '../ports.ts';
import type { Conclusion, Numbered } from './draw-numbers.ts';
import { envelope } from './envelope.ts';
import type { Causation } from './envelope.ts';
import { readerTokens } from './readers.ts';

/** How many commands a matter remembers, so that a repeated key is answered and not done again. */
const REMEMBERED_COMMANDS = 32;

export interface CommitContext {
  readonly policy: CompiledPolicy;
  readonly directory: Directory;
  readonly cause: Causation;
  readonly simulated: boolean;
  readonly command?: { readonly key: string; readonly bodyHash: string };
  /** Source aggregate → seq applied by this commit. */
  readonly applied?: Readonly<Record<string, number>>;
}

export const commandClaim = (key: string): string => `c|${key}`;
const lasting = (key: string): boolean => key.startsWith('n|') || key.startsWith('c|');

/** The document that one commit leaves of a matter; `pending` holds the new events alone. */
export function toStored(parts: HostParts, before: StoredMatter | undefined, conclusion: Conclusion, numbered: Numbered, context: CommitContext): StoredMatter {
  const { matter } = numbered;
  const version = (before?.version ?? 0) + 1;
  const readers = readerTokens(context.policy, matter, context.directory);
  const recordedAt = parts.surroundings.nowMs();
  return {
    id: matter.id,
    tenant: matter.tenant,
    kind: matter.kind,
    version,
    matter,
    readers,
    linked: [...new Set(Object.values(matter.links))],
    keys: [
      ...(before?.keys.filter(lasting) ?? []),
      ...numbered.keys,
      ...conclusion.unique.map((claim) => `u|${claim.key}`),
      ...(before === undefined && context.command ? [commandClaim(context.command.key)] : []),
    ],
    nextAlarmAt: nextAlarmAt(matter) ?? null,
    simulated: context.simulated,
    sources: { ...before?.sources, ...context.applied },
    recent: [...(before?.recent ?? []), ...(context.command ? [{ ...context.command, version }] : [])].slice(-REMEMBERED_COMMANDS),
    pending: numbered.events.map((event) => envelope(parts.service, matter, event, readers, context.cause, context.simulated, recordedAt)),
  };
}
