import { SERVICE_NAMES } from '../language/service-names.ts';

/** Byte of a host that is none of the system's services (it never meets a router). */
const ELSEWHERE = 0xff;

/**
 * Id of a matter that an effect opens: shaped as a UUID (version 8), sortable by the event's instant, its last byte the service that will own
 * the matter, the rest a hash of the effect's id, so that the same effect always means the same matter, and applying it twice opens one.
 */
export function matterIdOf(effectId: string, at: string, service: string): string {
  const time = Date.parse(at).toString(16).padStart(12, '0').slice(-12);
  const random = [0, 1, 2].map((seed) => hash(effectId, seed).toString(16).padStart(8, '0')).join('');
  const variant = ((parseInt(random.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  const index = (SERVICE_NAMES as readonly string[]).indexOf(service);
  const owner = (index < 0 ? ELSEWHERE : index).toString(16).padStart(2, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-8${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 17)}${owner}`;
}

/** FNV-1a over UTF-16, finished by the mixing of MurmurHash3, per seed. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35) >>> 0;
  return (value ^ (value >>> 16)) >>> 0;
}
