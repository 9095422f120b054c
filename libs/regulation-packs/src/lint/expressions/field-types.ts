import type { FieldDocument, FieldType, TypeSpec } from '@huiyin/regulation-engine';

const bases: Readonly<Record<FieldType, TypeSpec['base']>> = {
  text: 'text', choice: 'text', file: 'text', int: 'int', money: 'int', decimal: 'decimal', percent: 'decimal', bool: 'bool',
  date: 'date', time: 'time', instant: 'instant', duration: 'duration', person: 'person', ref: 'object', list: 'list', lines: 'list',
};

const period: TypeSpec = { base: 'object', name: 'period', fields: { start: { base: 'instant' }, end: { base: 'instant' }, label: { base: 'text', optional: true } } };

export const typeOf = (field: FieldDocument): FieldType => field.type ?? (field.choice === undefined ? (field.to === undefined ? 'text' : 'ref') : 'choice');

/** What a link is seen as: the linked matter, or its bare id where links end. */
export type LinkType = (kind: string | undefined) => TypeSpec;

/** The type of a field as expressions see it. `optional`: it may be absent here. */
export function fieldType(name: string, parts: readonly FieldDocument[], optional: boolean, link: LinkType): TypeSpec {
  const merged: FieldDocument = Object.assign({}, ...parts);
  const type = typeOf(parts.find((part) => part.type !== undefined || part.choice !== undefined || part.to !== undefined) ?? merged);
  const may = optional ? { optional: true } : {};
  if (type === 'ref') return { ...link(merged.to), ...may };
  if (merged.period === true) return { ...period, ...may };
  if (type === 'list') return { base: 'list', of: merged.of === 'ref' ? link(merged.to) : { base: bases[typeof merged.of === 'string' ? merged.of : 'text'] }, ...(merged.max !== undefined && { max: merged.max }), ...may };
  if (type === 'lines') return { base: 'list', of: lineType(name, parts, link), ...(merged.max !== undefined && { max: merged.max }), ...may };
  const options = type === 'choice' ? parts.flatMap(({ choice = [] }) => choice.map((option) => (typeof option === 'string' ? option : option.is))) : [];
  return { base: bases[type], ...(options.length > 0 && { options: [...new Set(options)] }), ...may };
}

/** A line of a `lines` field: its key is always there, the rest may be absent. */
export function lineType(name: string, parts: readonly FieldDocument[], link: LinkType): TypeSpec {
  const fields: Record<string, TypeSpec> = {};
  for (const part of parts) {
    if (typeof part.of !== 'object') continue;
    for (const [column, document] of Object.entries(part.of)) fields[column] = fieldType(column, [typeof document === 'string' ? { type: document } : document], true, link);
  }
  for (const { key } of parts) if (key !== undefined) fields[key] = { ...(fields[key] ?? { base: 'text' }), optional: false };
  return { base: 'object', name, fields };
}
