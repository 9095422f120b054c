const CAMEL = /^[a-z][A-Za-z0-9]*$/;

/** camelCase of packs → kebab-case of the API; anything that is not a camelCase word (`A`, `half-year`) stays as it is. */
export function kebab(word: string): string {
  return CAMEL.test(word) ? word.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : word;
}

/** kebab-case of the API → camelCase of packs. */
export function camel(word: string): string {
  return word.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `workOrder.handOver.missed` → `work-order.hand-over.missed` */
export const kebabPath = (path: string): string => path.split('.').map(kebab).join('.');

/** Noun of a path: `serviceRequest` → `service-requests`. `irregular` is the kind's own spelling, when it has one. */
export function pluralOf(kind: string, irregular?: string): string {
  if (irregular !== undefined) return kebab(irregular);
  const noun = kebab(kind);
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
