import { SERVICE_NAMES } from './service-name.ts';
import type { ServiceName } from './service-name.ts';

const HEX = '0123456789abcdef';
const hex = (value: number, digits: number): string => {
  let text = '';
  for (let index = digits - 1; index >= 0; index -= 1) text += HEX[Math.floor(value / 16 ** index) % 16];
  return text;
};

/**
 * A UUID version 7 (RFC 9562) whose last byte names the owning service, so that any id can be routed without a look-up.
 * Sortable by `nowMs`; opaque to clients. Matters opened by effects have version 8 (RFC 9562) and the same last byte.
 * @param random nine bytes from a cryptographic source, or from a digest where the id must be the same each time (effects)
 */
export function mintId(service: ServiceName, nowMs: number, random: Uint8Array): string {
  const at = (index: number): number => random[index] ?? 0;
  const time = hex(nowMs, 12);
  const randA = hex(((at(0) << 8) | at(1)) & 0x0fff, 3);
  const variant = hex(0x80 | (at(2) & 0x3f), 2) + hex(at(3), 2);
  const tail = hex(at(4), 2) + hex(at(5), 2) + hex(at(6), 2) + hex(at(7), 2) + hex(at(8), 2) + hex(SERVICE_NAMES.indexOf(service), 2);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randA}-${variant}-${tail}`;
}

/** The service that owns a matter id; undefined when the text is no such id. */
export function serviceOfId(id: string): ServiceName | undefined {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) return undefined;
  return SERVICE_NAMES[Number.parseInt(id.slice(-2), 16)];
}
