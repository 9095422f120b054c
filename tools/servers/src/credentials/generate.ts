import { randomBytes } from 'node:crypto';
import { createUser, fromSeed } from '@nats-io/nkeys';
import type { Credentials } from './credentials.ts';

/** Fills in what is missing for these services; what is there stays as it is. */
export function completeCredentials(known: Partial<Credentials>, services: readonly string[]): Credentials {
  return {
    keyFile: known.keyFile ?? randomBytes(512).toString('base64'),
    mongoAdmin: known.mongoAdmin ?? password(),
    natsAdmin: known.natsAdmin ?? seed(),
    mongo: forEach(services, known.mongo, password),
    nats: forEach(services, known.nats, seed),
  };
}

/** The public half (`U…`) of an nkey seed: what the server's configuration names the identity by. */
export const publicKeyOf = (nkeySeed: string): string => fromSeed(new TextEncoder().encode(nkeySeed)).getPublicKey();

const password = (): string => randomBytes(24).toString('base64url');
const seed = (): string => new TextDecoder().decode(createUser().getSeed());

function forEach(services: readonly string[], known: Readonly<Record<string, string>> = {}, make: () => string): Record<string, string> {
  return { ...known, ...Object.fromEntries(services.map((service) => [service, known[service] ?? make()])) };
}
