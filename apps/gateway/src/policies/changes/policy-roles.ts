import { problem } from '@huiyin/platform-http';
import { hasRole } from '../../callers/caller.ts';
import type { Caller } from '../../callers/caller.ts';

/** Who may draft, consent to and adopt a change of policy, and bind a matter to another (core kind `policy`, party `approver`). */
const APPROVERS = ['operator-admin', 'general-manager', 'department-manager'];

/**
 * Policies are changed by persons: a key would let one person stand for two.
 * @throws ProblemError 403 naming the permission
 */
export function approverOnly(caller: Caller, permission: string): void {
  if (caller.actor.kind !== 'staff' || !hasRole(caller, ...APPROVERS)) throw problem('forbidden', { extensions: { permission } });
}
