import { Temporal } from 'temporal-polyfill';
import type { Locale } from '@huiyin/platform-http';
import type { FactMap, FactValue, FieldDescription } from '@huiyin/regulation-engine';
import type { PeopleById } from '../matters/people.service.ts';
import { labelIn } from '../schema/label.ts';

export interface PrintContext {
  readonly zone: string;
  readonly locale: Locale;
  readonly people: PeopleById;
  /** Numbers or names of linked matters by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Label of a choice; its own word where there is none. */
  readonly choice: (field: FieldDescription, value: string) => string;
}

const YES = { 'zh-CN': '是', 'zh-TW': '是', en: 'yes' } as const;
const NO = { 'zh-CN': '否', 'zh-TW': '否', en: 'no' } as const;

/** Local date and time as a form shows it. */
export const printInstant = (instant: string, zone: string): string => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local.year}-${two(local.month)}-${two(local.day)} ${two(local.hour)}:${two(local.minute)}`;
};

/** Fen as yuan with two decimals. */
export const printMoney = (fen: number): string => `¥${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;

/** A value as a person reads it on paper; not escaped yet. */
export function printValue(value: FactValue | undefined, field: FieldDescription, context: PrintContext): string {
  if (value === undefined || value === null) return '';
  switch (field.type) {
    case 'money':
      return typeof value === 'number' ? printMoney(value) : '';
    case 'bool':
      return (value === true ? YES : NO)[context.locale];
    case 'instant':
      return typeof value === 'string' ? printInstant(value, context.zone) : '';
    case 'choice':
      return typeof value === 'string' ? context.choice(field, value) : '';
    case 'person':
    case 'ref':
      return typeof value === 'string' ? (context.people.get(value)?.name ?? context.names.get(value) ?? '') : '';
    case 'list':
      return Array.isArray(value) ? value.map((entry: FactValue) => printValue(entry, { ...field, type: field.of ?? 'text' }, context)).join('、') : '';
    case 'lines':
      return Array.isArray(value) ? value.map((line: FactValue) => printLine(line, field, context)).join('\n') : '';
    default:
      return String(value);
  }
}

function printLine(line: FactValue, field: FieldDescription, context: PrintContext): string {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return '';
  const cells = line as FactMap;
  const key = field.key === undefined ? [] : [String(cells[field.key] ?? '')];
  const rest = (field.lineFields ?? []).flatMap((inner) => (inner.name === field.key || cells[inner.name] === undefined || cells[inner.name] === null ? [] : [`${labelIn(inner.label, context.locale)} ${printValue(cells[inner.name], inner, context)}`]));
  return [...key, ...rest].join(' · ');
}
