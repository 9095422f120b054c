import { isDeepStrictEqual } from 'node:util';

/** @throws naming each wanted setting that the server did not take over. */
export function assertInForce(what: string, wanted: object, actual: object): void {
  const differing = Object.entries(wanted).filter(([key, value]) => !isDeepStrictEqual((actual as Record<string, unknown>)[key], value));
  if (differing.length === 0) return;
  const list = differing.map(([key, value]) => `${key} is ${show((actual as Record<string, unknown>)[key])} instead of ${show(value)}`);
  throw new Error(`${what}: ${list.join('; ')}. Upgrade the nats-server, or delete the ${what} so that it is created anew.`);
}

const show = (value: unknown): string => JSON.stringify(value) ?? 'missing';
