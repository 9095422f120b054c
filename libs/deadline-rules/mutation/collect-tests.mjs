/**
 * The few words of jest that the specs of this library use, collecting tests instead of running them.
 * `expect` is jest's own, so that a test fails here for the same reasons.
 */
import { expect } from 'expect';
import { format } from 'node:util';

/** @typedef {{ id: string, run: () => unknown }} CollectedTest */

/** @param {CollectedTest[]} tests filled as spec files are imported */
export function installCollector(tests) {
  const path = [];
  const describe = (name, body) => {
    path.push(name);
    body();
    path.pop();
  };
  const it = (name, run) => void tests.push({ id: unique([...path, name].join(' > ')), run });
  it.each = (rows) => (name, run) => (rows.every(Array.isArray) ? rows : rows.map((row) => [row])).forEach((values) => {
    it(format(name, ...values.slice(0, (name.match(/%[sdifjoO]/g) ?? []).length)), () => run(...values));
  });
  const taken = new Map();
  const unique = (name) => {
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return times === 1 ? name : `${name} #${times}`;
  };
  Object.assign(globalThis, { describe, it, expect });
}
