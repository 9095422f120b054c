import { secondsSince } from '../metrics/operation-gauges.ts';
import type { ReadinessProbe } from './readiness-probe.ts';

/** A server answers. `ask`: a ping, a round trip. */
export function serverReachable(name: string, ask: (signal: AbortSignal) => Promise<unknown>): ReadinessProbe {
  return {
    name,
    async check(signal) {
      await ask(signal);
    },
  };
}

/**
 * The relay is not stuck: no event waits longer than `limitSeconds` for the stream (default 60).
 * `oldestUnpublished` gives the recording time of the oldest one, or undefined.
 */
export function relayNotStuck(oldestUnpublished: () => Promise<string | undefined>, options: { readonly limitSeconds?: number; readonly nowMs?: () => number } = {}): ReadinessProbe {
  const limitSeconds = options.limitSeconds ?? 60;
  const nowMs = options.nowMs ?? Date.now;
  return {
    name: 'relay',
    async check() {
      const oldestSeconds = Math.round(secondsSince(await oldestUnpublished(), nowMs()));
      if (oldestSeconds > limitSeconds) throw new Error(`An event has been waiting for ${oldestSeconds} s to be published; the limit is ${limitSeconds} s.`);
      return { oldestSeconds, limitSeconds };
    },
  };
}
