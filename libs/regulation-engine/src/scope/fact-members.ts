import { timeOfDay } from '../figures/time-of-day.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { keyed } from './entry-keys.ts';
import type { FieldShape } from './field-shape.ts';
import type { View, ViewConstructor } from './view-class.ts';

/** Where facts are read from, and how ids become links. */
export interface FactSource {
  readonly facts: FactMap;
  readonly links: { view(kind: string, id: string): View | string };
}

/** Every declared field as a member; absent is null. */
export function factMembers(fields: ReadonlyMap<string, FieldShape>, lines: ReadonlyMap<string, ViewConstructor<FactSource>>): Map<string, (source: FactSource) => unknown> {
  return new Map([...fields].map(([name, field]) => [name, (source: FactSource) => read(field, source.facts[name] ?? null, source.links, lines.get(name))]));
}

function read(field: FieldShape, value: FactValue, links: FactSource['links'], line: ViewConstructor<FactSource> | undefined): unknown {
  if (value === null) return null;
  switch (field.type) {
    case 'int':
    case 'money':
      return BigInt(value as number);
    case 'time':
      return timeOfDay(value as string) ?? value;
    case 'ref':
      return field.to && field.to !== 'any' ? links.view(field.to, value as string) : value;
    case 'list':
      return (value as readonly FactValue[]).map((entry) => read({ type: field.of ?? 'text', to: field.to }, entry, links, undefined));
    case 'lines':
      return line ? (value as readonly FactMap[]).map((facts) => keyed(new line({ facts, links }), field.key === undefined ? undefined : facts[field.key])) : value;
    default:
      return value;
  }
}
