import type { INestApplication } from '@nestjs/common';
import { DrainSequence } from './drain-sequence.ts';

/**
 * Makes SIGTERM and SIGINT drain the process in `DRAIN_ORDER` before anything is closed. Readiness says `draining` for
 * `announceMs` (default 0) before the first request is turned away, so that a balancer can look elsewhere.
 */
export function enableGracefulShutdown(app: INestApplication, options: { readonly announceMs?: number } = {}): DrainSequence {
  const drain = app.get(DrainSequence, { strict: false });
  const announceMs = options.announceMs ?? 0;
  if (announceMs > 0) drain.add({ phase: 'announce', name: 'readiness', timeoutMs: announceMs + 1000, drain: () => new Promise((resolve) => setTimeout(resolve, announceMs)) });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  return drain;
}
