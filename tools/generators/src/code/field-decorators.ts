import type { FieldType } from '@huiyin/regulation-engine';
import { kebab } from '@huiyin/platform-http';
import type { CoreField } from '../model/core-kind.ts';
import { LONGEST_ENTRY, LONGEST_LIST, LONGEST_TEXT } from '../model/limits.ts';
import { quoted } from './print-literal.ts';

/** Decorators of class-validator for one field; the first word of each is what must be imported. */
export function decoratorsOf(field: CoreField, required: boolean, lineClass: string): readonly string[] {
  return [...(required ? [] : ['IsOptional()']), ...checksOf(field, required, lineClass)];
}

/** TypeScript type of the field in a body. */
export function bodyTypeOf(field: CoreField, lineClass: string): string {
  if (field.type === 'choice') return (field.choices ?? []).map((choice) => quoted(kebab(choice))).join(' | ');
  if (field.type === 'list') return `${scalar(field.of ?? 'text')}[]`;
  return field.type === 'lines' ? `${lineClass}[]` : scalar(field.type);
}

function checksOf(field: CoreField, required: boolean, lineClass: string): string[] {
  switch (field.type) {
    case 'text':
      return ['IsString()', ...(required ? ['MinLength(1)'] : []), `MaxLength(${field.max ?? LONGEST_TEXT})`];
    case 'choice':
      return [`IsIn([${(field.choices ?? []).map((choice) => quoted(kebab(choice))).join(', ')}])`];
    case 'list':
      return ['IsArray()', `ArrayMaxSize(${field.max ?? LONGEST_LIST})`, ...each(scalarChecks(field.of ?? 'text', {}))];
    case 'lines':
      return ['IsArray()', `ArrayMaxSize(${field.max ?? LONGEST_LIST})`, 'ValidateNested({ each: true })', `Type(() => ${lineClass})`];
    default:
      return scalarChecks(field.type, field);
  }
}

function scalarChecks(type: FieldType, bounds: { readonly min?: number; readonly max?: number }): string[] {
  const range = [...(bounds.min === undefined ? [] : [`Min(${bounds.min})`]), ...(bounds.max === undefined ? [] : [`Max(${bounds.max})`])];
  switch (type) {
    case 'int':
      return ['IsSafeInteger()', ...range];
    case 'decimal':
    case 'percent':
      return ['IsNumber()', ...range];
    case 'money':
      return ['IsObject()', 'ValidateNested()', 'Type(() => MoneyBody)', ...(bounds.min === undefined ? [] : [`LeastAmount(${bounds.min})`])];
    case 'bool':
      return ['IsBoolean()'];
    case 'date':
      return ['IsLocalDate()'];
    case 'time':
      return ['IsTimeOfDay()'];
    case 'instant':
      return ['IsInstant()'];
    case 'duration':
      return ['IsIsoDuration()'];
    case 'ref':
    case 'person':
    case 'file':
      return ['IsId()'];
    default:
      return ['IsString()', `MaxLength(${bounds.max ?? LONGEST_ENTRY})`];
  }
}

/** The same checks on every entry of a list. */
const each = (checks: readonly string[]): string[] => checks.map((check) => check.replace(/\((.*)\)$/, (_, given: string) => (given ? `(${given}, { each: true })` : '({ each: true })')));

function scalar(type: FieldType): string {
  if (type === 'money') return 'MoneyBody';
  if (type === 'bool') return 'boolean';
  return ['int', 'decimal', 'percent'].includes(type) ? 'number' : 'string';
}
