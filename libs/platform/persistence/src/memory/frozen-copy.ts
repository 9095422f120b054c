/** A deep copy as a database would give it back: no undefined keys, and nobody can change it by accident. */
export function frozenCopy<T>(value: T): T {
  return freeze(JSON.parse(JSON.stringify(value))) as T;
}

function freeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}
