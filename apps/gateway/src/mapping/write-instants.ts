import { writeInstant } from './instant.ts';

const ENGINE_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** An explanation of the engine with every instant in it, however deep, in the operator's zone offset. */
export function writeInstants(value: unknown, zone: string): unknown {
  if (typeof value === 'string') return ENGINE_INSTANT.test(value) ? writeInstant(value, zone) : value;
  if (Array.isArray(value)) return value.map((entry) => writeInstants(entry, zone));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, writeInstants(entry, zone)]));
}
