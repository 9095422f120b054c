const NAME = /^[a-z][A-Za-z0-9]{0,39}$/;
const FORBIDDEN: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'toFacts', 'in', 'true', 'false', 'null',
]);

/** Names of packs become members of objects: camelCase, and none that JavaScript's prototypes or CEL use. */
export function isName(text: string): boolean {
  return NAME.test(text) && !FORBIDDEN.has(text);
}

/** `workOrder` → `work-order`, as APIs spell it. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** `equipment-manager` → `equipmentManager`, as packs spell it. */
export function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Plural of a kebab-case noun: `survey` → `surveys`, `enquiry` → `enquiries`, `batch` → `batches`. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return `${noun}s`;
}
