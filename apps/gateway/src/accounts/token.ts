import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a bearer token is: a session of an account, or a key of an API client. */
export type TokenKind = 'session' | 'api-key' | 'ticket';
const PREFIX: Readonly<Record<TokenKind, string>> = { session: 'huiyins', 'api-key': 'huiyin', ticket: 'huiyint' };

export interface NewToken {
  readonly id: string;
  readonly token: string;
  readonly secretHash: string;
}

/** Secrets are 256 bits at random, so a plain SHA-256 keeps them. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A fresh token `huiyin_<id>_<secret>`; only the hash of its secret is ever stored. */
export function newToken(kind: TokenKind): NewToken {
  const id = randomBytes(12).toString('hex');
  const secret = randomBytes(32).toString('hex');
  return { id, token: `${PREFIX[kind]}_${id}_${secret}`, secretHash: hashSecret(secret) };
}

export interface ReadToken {
  readonly kind: TokenKind;
  readonly id: string;
  readonly secret: string;
}

export function readToken(token: string): ReadToken | undefined {
  const [, prefix, id, secret] = /^(huiyins?|huiyint)_([0-9a-f]{24})_([0-9a-f]{64})$/.exec(token) ?? [];
  const kind = (Object.keys(PREFIX) as TokenKind[]).find((candidate) => PREFIX[candidate] === prefix);
  return kind && id && secret ? { kind, id, secret } : undefined;
}

export function secretFits(secret: string, secretHash: string): boolean {
  const [actual, expected] = [Buffer.from(hashSecret(secret)), Buffer.from(secretHash)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
