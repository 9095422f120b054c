const WIDTH = 150;
const WORD = /^[A-Za-z_$][\w$]*$/;

/** A JSON value as a TypeScript literal: one line where it fits, otherwise one member a line. */
export function printLiteral(value: unknown, indent = 0, used = 0): string {
  const line = inline(value);
  if (line.length + used + indent <= WIDTH || typeof value !== 'object' || value === null) return line;
  const inner = ' '.repeat(indent + 2);
  const close = `\n${' '.repeat(indent)}`;
  if (Array.isArray(value)) return `[\n${value.map((entry) => `${inner}${printLiteral(entry, indent + 2)},\n`).join('')}${close.slice(1)}]`;
  const members = Object.entries(value).map(([key, entry]) => `${inner}${word(key)}: ${printLiteral(entry, indent + 2, word(key).length + 2)},\n`);
  return `{\n${members.join('')}${close.slice(1)}}`;
}

/** A text in single quotes, escaped. */
export function quoted(text: string): string {
  const body = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `'${body.replaceAll("'", "\\'")}'`;
}

const word = (key: string): string => (WORD.test(key) ? key : quoted(key));

function inline(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, entry]) => `${word(key)}: ${inline(entry)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
