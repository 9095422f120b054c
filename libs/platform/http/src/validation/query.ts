import { faultOf } from '../problem/fault.ts';
import type { Fault } from '../problem/problem-document.ts';
import { problem } from '../problem/problem-error.ts';

export type Query = Readonly<Record<string, unknown>>;

/**
 * Query parameters as single texts, only those of the allow-list.
 * @throws ProblemError 400 naming every unknown, repeated or over-long parameter
 */
export function readQuery(query: Query, allowed: readonly string[]): Readonly<Record<string, string>> {
  const faults: Fault[] = [];
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (!allowed.includes(name)) faults.push(faultOf(name, 'unknown-parameter', { name }));
    else if (typeof value !== 'string' || value.length > 500) faults.push(faultOf(name, 'wrong-format', { type: 'text ≤ 500' }));
    else read[name] = value;
  }
  if (faults.length > 0) throw problem(faults.some((fault) => fault.code === 'unknown-parameter') ? 'unknown-parameter' : 'invalid-parameter', { errors: faults });
  return read;
}

/** `limit` of a list: 1 to 200, default 50. @throws ProblemError 400 otherwise */
export function limitOf(text: string | undefined, most = 200): number {
  if (text === undefined) return Math.min(50, most);
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > most) throw problem('invalid-parameter', { errors: [faultOf('limit', 'out-of-range', { min: 1, max: most })] });
  return limit;
}

/** A switch in the query: `true`, `false` or absent. @throws ProblemError 400 otherwise */
export function switchOf(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  throw problem('invalid-parameter', { errors: [faultOf(name, 'not-a-choice', { choices: 'true, false' })] });
}

/** One of a few words. @throws ProblemError 400 otherwise */
export function oneOf<const Word extends string>(name: string, text: string | undefined, words: readonly Word[]): Word | undefined {
  if (text === undefined) return undefined;
  const word = words.find((each) => each === text);
  if (word === undefined) throw problem('invalid-parameter', { errors: [faultOf(name, 'not-a-choice', { choices: words.join(', ') })] });
  return word;
}
