import type { FactValue } from '../matter/matter.ts';

/** Something of the scope that stands for an id (a linked matter). */
export interface Identified {
  readonly id: unknown;
}

/** The border from expressions to facts: bigint → number, linked matter → its id, sets → lists. Throws where a figure does not fit. */
export function plain(value: unknown): FactValue {
  switch (typeof value) {
    case 'bigint': {
      const number = Number(value);
      if (!Number.isSafeInteger(number)) throw new RangeError(`figure too large: ${value}`);
      return number;
    }
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('not a finite figure');
      return value;
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : plainObject(value);
    default:
      throw new TypeError(`no fact: ${typeof value}`);
  }
}

function plainObject(value: object): FactValue {
  if (Array.isArray(value)) return value.map(plain);
  if (Object.getPrototypeOf(value) === Object.prototype) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, plain(entry)]));
  const facts = (value as { toFacts?: () => FactValue }).toFacts?.();
  if (facts !== undefined) return facts;
  return plain((value as Identified).id);
}
