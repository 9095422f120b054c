/** A linked matter as a fact: its id. Anything else as it is. */
export function idOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const fact = (value as { toFacts?: () => unknown }).toFacts?.();
  return typeof fact === 'string' ? fact : value;
}

/** A list with linked matters as their ids. Anything else as it is. */
export function idsOf(values: unknown): unknown {
  return Array.isArray(values) ? values.map(idOf) : values;
}
