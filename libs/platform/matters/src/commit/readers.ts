import { readersOf } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Directory, Matter } from '@huiyin/regulation-engine';

/** Roles that read everything of their operator. */
const OVERSEERS = ['role:operator-admin', 'role:auditor', 'role:general-manager'] as const;
/** Master data is open to every member of staff. */
export const STAFF_TOKEN = 'staff';

/** Reader tokens of a matter: who may find it in lists, timelines, exports and live updates. */
export function readerTokens(policy: CompiledPolicy, matter: Matter, directory: Directory): readonly string[] {
  return [...new Set([...readersOf(policy, matter, directory), ...(matter.record ? [STAFF_TOKEN] : []), ...OVERSEERS])].sort();
}

export function mayRead(matterTokens: readonly string[], callerTokens: readonly string[]): boolean {
  return callerTokens.some((token) => matterTokens.includes(token));
}
