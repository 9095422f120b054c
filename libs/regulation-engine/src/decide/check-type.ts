import type { CompiledField } from '../compile/compiled-act.ts';
import { decimalsOf } from '../figures/decimals-of.ts';
import { roundedTo } from '../figures/exact.ts';
import { timeOfDay } from '../figures/time-of-day.ts';
import type { FieldType } from '../language/field-document.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const DURATION = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

/** The value in its canonical form, or undefined where it is not of the field's type. Null stays: it takes the fact away. */
export function typedValue(field: Pick<CompiledField, 'type' | 'of' | 'choices' | 'scale' | 'lineFields' | 'lineKey'> & { readonly period?: boolean }, value: FactValue): FactValue | undefined {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (field.period) return periodValue(value);
  switch (field.type) {
    case 'choice':
      return typeof value === 'string' && field.choices?.has(value) ? value : undefined;
    case 'list':
      return Array.isArray(value) ? entries(value, field.of ?? 'text', field.scale) : undefined;
    case 'lines':
      return Array.isArray(value) ? lines(value, field) : undefined;
    default:
      return scalar(field.type, value, decimalsOf(field));
  }
}

/** A period of a cycle: its instants and its name. */
function periodValue(value: FactValue): FactValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { start, end, label } = value as FactMap;
  return [start, end].every((at) => typeof at === 'string' && INSTANT.test(at)) ? { start: start!, end: end!, label: typeof label === 'string' ? label : '' } : undefined;
}

function scalar(type: FieldType, value: FactValue, decimals: number | undefined): FactValue | undefined {
  switch (type) {
    case 'int':
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
    case 'decimal':
    case 'percent':
      return typeof value === 'number' && Number.isFinite(value) ? rounded(value, decimals) : undefined;
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return matches(value, DATE);
    case 'time':
      return typeof value === 'string' && TIME.test(value) ? timeOfDay(value) : undefined;
    case 'duration':
      return matches(value, DURATION);
    case 'instant':
      return typeof value === 'string' && INSTANT.test(value) ? instantAt(Date.parse(value)) : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

function instantAt(ms: number): string | undefined {
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** Half up, away from zero on the negative side too (domain.md: exact decimals, half up). */
export function rounded(value: number, scale: number | undefined): number {
  if (scale === undefined) return value;
  return roundedTo(value, scale) || 0;
}

function matches(value: FactValue, pattern: RegExp): FactValue | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function entries(values: readonly FactValue[], of: FieldType, scale: number | undefined): FactValue | undefined {
  const typed = values.map((value) => (value === null ? undefined : scalar(of, value, decimalsOf({ type: of, ...(scale !== undefined && { scale }) }))));
  return typed.every((value) => value !== undefined) ? (typed as readonly FactValue[]) : undefined;
}

function lines(values: readonly FactValue[], field: Pick<CompiledField, 'lineFields' | 'lineKey'>): FactValue | undefined {
  const result: FactMap[] = [];
  for (const value of values) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const line: Record<string, FactValue> = {};
    for (const [name, given] of Object.entries(value as FactMap)) {
      const sub = field.lineFields?.get(name);
      const typed = sub ? typedValue(sub, given) : name === field.lineKey && typeof given === 'string' ? given : undefined;
      if (typed === undefined) return undefined;
      if (typed !== null) line[name] = typed;
    }
    result.push(line);
  }
  const keys = field.lineKey === undefined ? [] : result.map((line) => line[field.lineKey!]);
  return keys.some((key) => key === undefined) || new Set(keys).size !== keys.length ? undefined : result;
}
