import { problem } from '../problem/problem-error.ts';

export type JsonObject = Readonly<Record<string, unknown>>;
export const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const DEEPEST = 12;
const MOST_NODES = 20_000;
/** No field is called so; parsers and mappers drop or follow such keys, each in its own way. */
const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype'];

/**
 * Guards everything behind the edge against bodies built to exhaust it.
 * @throws ProblemError `too-deep` (400) beyond 12 levels or 20,000 values, `malformed` (400) for a key of JavaScript's prototypes
 */
export function refuseHostileJson(body: unknown): void {
  let nodes = 0;
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw problem('too-deep');
    const next: unknown[] = [];
    for (const value of level) {
      nodes += 1;
      if (nodes > MOST_NODES) throw problem('too-deep');
      if (typeof value !== 'object' || value === null) continue;
      if (PROTOTYPE_KEYS.some((key) => Object.hasOwn(value, key))) throw problem('malformed');
      next.push(...(Object.values(value) as unknown[]));
    }
    level = next;
  }
}
