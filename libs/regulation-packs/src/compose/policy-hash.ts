import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** Address of a policy, calendar or pack: SHA-256 of its canonical JSON, in hex. */
export function policyHash(document: unknown): string {
  return createHash('sha256').update(canonicalJson(document), 'utf8').digest('hex');
}
