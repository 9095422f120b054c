import { maskText } from './mask-text.ts';
import type { KeyKind, KindOfKey } from './personal-keys.ts';

const DEEPEST = 12;

/** A copy of a JSON value in which everything personal or secret is masked, at any depth. */
export function maskValue(value: unknown, kindOf: KindOfKey, depth = 0, parent?: string): unknown {
  if (typeof value === 'string') return maskText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEEPEST) return '[deep]';
  if (Array.isArray(value)) return value.map((entry) => maskValue(entry, kindOf, depth + 1, parent));
  const masked: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    const kind = kindOf(key, depth, parent);
    masked[key] = kind === 'plain' ? maskValue(entry, kindOf, depth + 1, key) : concealed(entry, kind);
  }
  return masked;
}

function concealed(value: unknown, kind: Exclude<KeyKind, 'plain'>): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (kind === 'phone' && (typeof value === 'string' || typeof value === 'number')) return shortened(String(value));
  return `[${kind}]`;
}

/** Enough to recognise a number one already has, not enough to call it. */
function shortened(number: string): string {
  return number.length >= 11 ? `${number.slice(0, -8)}****${number.slice(-4)}` : `****${number.slice(-2)}`;
}
