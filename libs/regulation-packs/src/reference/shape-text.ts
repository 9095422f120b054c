import type { Shape } from '../schema/shapes.ts';

/** Members of a shape that is an object, else of the branch of it that is one. */
export function membersOf(shape: Shape): Readonly<Record<string, Shape>> {
  const own = shape['properties'] as Record<string, Shape> | undefined;
  if (own !== undefined) return own;
  const branches = (shape['anyOf'] as Shape[] | undefined) ?? [];
  return Object.assign({}, ...branches.map((branch) => branch['properties'] ?? {})) as Record<string, Shape>;
}

/** What a shape takes, in a word or two: `text`, `list of gate`, `map of value`, `` `first`, `unique` ``. */
export function typeText(shape: Shape): string {
  if (typeof shape['$ref'] === 'string') return shape['$ref'].replace('#/$defs/', '');
  if (Array.isArray(shape['enum'])) return shape['enum'].map((word) => `\`${String(word)}\``).join(', ');
  if (shape['const'] !== undefined) return `\`${String(shape['const'])}\``;
  if (Array.isArray(shape['anyOf'])) return [...new Set((shape['anyOf'] as Shape[]).map(typeText))].join(' or ');
  if (shape['type'] === 'array') return `list of ${typeText((shape['items'] as Shape | undefined) ?? {})}`;
  if (shape['type'] === 'object') {
    const item = shape['additionalProperties'];
    if (typeof item === 'object' && item !== null) return `map of ${typeText(item as Shape)}`;
    const members = Object.keys(membersOf(shape));
    return members.length > 0 ? `{ ${members.join(', ')} }` : 'map';
  }
  if (Array.isArray(shape['type'])) return (shape['type'] as string[]).join(' or ').replace('string', 'text').replace('boolean', 'bool');
  if (shape['type'] === 'string') return 'text';
  if (shape['type'] === 'boolean') return 'bool';
  return typeof shape['type'] === 'string' ? shape['type'] : 'anything';
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A table of the members of a shape: name, what it takes, what it means; those that must be there in bold. */
export function memberTable(members: Readonly<Record<string, Shape>>, required: readonly string[]): readonly string[] {
  return [
    '| Member | Takes | Meaning |',
    '|---|---|---|',
    ...Object.entries(members).map(([name, shape]) => `| ${required.includes(name) ? `**${name}**` : name} | ${cell(typeText(shape))} | ${cell(String(shape['description'] ?? ''))} |`),
  ];
}
