import type { RpcProblem } from '@huiyin/contracts-kernel';
import { problem } from '@huiyin/platform-http';
import type { ProblemError } from '@huiyin/platform-http';

/** Problems of a service's answer, refusals aside (they need the policy's texts). */
export function problemOfRpc(answer: Exclude<RpcProblem, { kind: 'refused' }>): ProblemError {
  switch (answer.kind) {
    case 'not-found':
    case 'unknown-kind':
    case 'unknown-act':
      return problem('not-found');
    case 'stale':
      return problem('version-stale', { extensions: { version: answer.version } });
    case 'version-conflict':
      return problem('conflict', { code: 'version-conflict', extensions: { version: answer.version } });
    case 'key-reused':
      return problem('idempotency-key-reused');
    case 'unavailable':
      return problem('unavailable', { headers: { 'retry-after': String(answer.retryAfterSeconds) }, extensions: { what: answer.what } });
  }
}
