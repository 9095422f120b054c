import { createHash } from 'node:crypto';
import type { Credentials } from '../credentials/credentials.ts';

/** A fresh start makes fresh credentials and so, by this name, an empty volume. */
export function volumeName(kind: string, credentials: Credentials): string {
  return `huiyin-${kind}-${createHash('sha256').update(credentials.keyFile).digest('hex').slice(0, 16)}`;
}
