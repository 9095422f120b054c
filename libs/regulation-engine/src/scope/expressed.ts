import type { FactValue } from '../matter/matter.ts';

/** Facts as expressions compute with them: whole numbers are ints. */
export function expressed(value: FactValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(expressed);
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, expressed(entry)]));
  return value;
}
