import { kebab } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { FactMap, FactValue, FieldDescription, KindDescription, NextStep, ViewDescription } from '@huiyin/regulation-engine';
import { apiName } from '../mapping/field-name.ts';
import { writeInstant } from '../mapping/instant.ts';
import { writeValue } from '../mapping/write-facts.ts';
import type { JsonMap } from '../mapping/write-facts.ts';
import type { PeopleById } from '../matters/people.service.ts';
import { writeNextStep } from '../matters/write-head.ts';

export interface Column {
  /** As the view names it. */
  readonly name: string;
  /** As the API names it. */
  readonly api: string;
  /** Of the kind's field of that name, if the column is one. */
  readonly field?: FieldDescription;
}

/** The columns of a register by both names. */
export function columnsOf(view: ViewDescription, kind: KindDescription): readonly Column[] {
  return view.columns.map((column) => {
    const name = typeof column === 'string' ? column : column.name;
    const field = kind.fields.find((candidate) => candidate.name === name && (typeof column === 'string' || column.is === name || column.is === `it.${name}`));
    return { name, api: field ? apiName(field) : name, ...(field && { field }) };
  });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

export interface RowContext {
  readonly kind: KindDescription;
  readonly people: PeopleById;
  readonly zone: string;
  readonly locale: Locale;
}

const isNextStep = (value: FactValue): boolean => typeof value === 'object' && value !== null && 'step' in value && 'citation' in value;

function writeCell(value: FactValue, column: Column, { kind, people, zone, locale }: RowContext): JsonMap[string] {
  if (column.field) return writeValue(value, column.field, zone);
  if (column.name === 'owner' && typeof value === 'string') return { id: value, name: people.get(value)?.name ?? value, role: people.get(value)?.role ?? null };
  if (isNextStep(value)) return writeNextStep({ next: value as unknown as NextStep, kind }, zone, locale);
  if (typeof value === 'string' && INSTANT.test(value)) return writeInstant(value, zone);
  if (typeof value === 'string' && column.name === 'state') return kebab(value);
  return value as JsonMap[string];
}

/** One row as the API spells it; what the view adds beside its columns (id, line number) stays. */
export function writeRow(row: FactMap, columns: readonly Column[], context: RowContext): JsonMap {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const column = columns.find((candidate) => candidate.name === name);
      return [column?.api ?? name, writeCell(value, column ?? { name, api: name }, context)];
    }),
  );
}
