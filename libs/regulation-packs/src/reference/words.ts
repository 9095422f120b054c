import type { Shape } from '../schema/shapes.ts';

/**
 * The words of a language that a JSON Schema describes: every member (`step.due`, `effectAction.post.ledger`) and every option of a choice
 * (`query.take=count`), by the shape in which they stand. `document` given: only those that it uses.
 */
export function wordsOf(schema: Shape, document?: unknown): ReadonlySet<string> {
  const shapes = (schema['$defs'] ?? {}) as Readonly<Record<string, Shape>>;
  const found = new Set<string>();
  const seen = new Set<string>();

  const members = (shape: Shape, at: string, value: unknown, walked: boolean): void => {
    for (const [name, member] of Object.entries((shape['properties'] ?? {}) as Record<string, Shape>)) {
      if (walked && !(isTree(value) && Object.hasOwn(value, name))) continue;
      const path = at === '' ? name : `${at}.${name}`;
      found.add(path);
      walk(member, path, isTree(value) ? value[name] : undefined, walked);
    }
    const entry = shape['additionalProperties'];
    if (typeof entry !== 'object' || entry === null) return;
    if (!walked) return walk(entry as Shape, at, undefined, false);
    if (isTree(value)) for (const [name, item] of Object.entries(value)) if (!Object.hasOwn((shape['properties'] ?? {}) as object, name)) walk(entry as Shape, at, item, true);
  };

  const walk = (shape: Shape, at: string, value: unknown, walked: boolean): void => {
    const named = typeof shape['$ref'] === 'string' ? shape['$ref'].replace('#/$defs/', '') : undefined;
    if (named !== undefined) {
      if (walked) return walk(shapes[named] ?? {}, named, value, true);
      if (!seen.has(named)) {
        seen.add(named);
        walk(shapes[named] ?? {}, named, undefined, false);
      }
      return;
    }
    for (const option of (shape['enum'] ?? []) as readonly unknown[]) if (!walked || option === value) found.add(`${at}=${String(option)}`);
    for (const branch of (shape['anyOf'] ?? []) as readonly Shape[]) walk(branch, at, value, walked);
    if (shape['items'] !== undefined) {
      if (!walked) walk(shape['items'] as Shape, at, undefined, false);
      else if (Array.isArray(value)) for (const item of value as readonly unknown[]) walk(shape['items'] as Shape, at, item, true);
    }
    members(shape, at, value, walked);
  };

  walk(schema, '', document, document !== undefined);
  return found;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
