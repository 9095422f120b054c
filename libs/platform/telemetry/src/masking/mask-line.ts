import { maskValue } from './mask-value.ts';
import type { KindOfKey } from './personal-keys.ts';

/**
 * Masks one finished log line. It works on the written line because that is the only place everything passes:
 * merged objects, child bindings, serialised requests, errors and messages.
 */
export function maskLine(line: string, kindOf: KindOfKey): string {
  try {
    return `${JSON.stringify(maskValue(JSON.parse(line), kindOf))}\n`;
  } catch {
    return '{"level":50,"msg":"A log line was withheld: it could not be read for masking."}\n';
  }
}
