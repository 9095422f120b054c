import type { ErrorObject } from 'ajv/dist/2020.js';
import { nearestWord } from '../wording/nearest-word.ts';
import { typeText } from '../reference/shape-text.ts';
import { prototypeNames, type Shape } from './shapes.ts';

/** What an author is told about one error of the schema. */
export interface ShapeMessage {
  readonly message: string;
  readonly found?: string;
  readonly meant?: string;
  readonly allowed?: readonly string[];
}

const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
};

const types: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', integer: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a map', null: 'nothing' };

function typeMessage({ schema, data, parentSchema }: ErrorObject): ShapeMessage {
  const members = Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {});
  if (schema === 'object' && members.length > 0) return { message: 'must be a map', found: shown(data), allowed: [`{ ${members.join(', ')} }`] };
  const wanted = (Array.isArray(schema) ? (schema as string[]) : [String(schema)]).map((type) => types[type] ?? type).join(' or ');
  const hint = wanted === 'a text' && (typeof data === 'number' || typeof data === 'boolean') ? `: put it in quotes` : '';
  return { message: `must be ${wanted}${hint}`, found: shown(data) };
}

function oneOf(message: string, data: unknown, allowed: readonly string[]): ShapeMessage {
  const meant = typeof data === 'string' ? nearestWord(data, allowed) : undefined;
  return { message, found: shown(data), ...(meant !== undefined && { meant }), allowed };
}

const descriptionOf = (schema: unknown): string => String((schema as Shape | undefined)?.['description'] ?? '');

function nameMessage(name: string): ShapeMessage {
  if ((prototypeNames as readonly string[]).includes(name)) return { message: 'is reserved and cannot be a name', found: shown(name) };
  const camel = name.replace(/[^A-Za-z0-9]+(.)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '').replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  const meant = /^[a-z][A-Za-z0-9]{0,39}$/.test(camel) && camel !== name ? { meant: camel } : {};
  return { message: 'is not a name: a small letter first, then letters and figures, at most 40; no hyphen, which is subtraction in an expression', found: shown(name), ...meant };
}

/** Words for an error of the schema: what is wrong, what was found, what is allowed. */
export function shapeMessage(error: ErrorObject): ShapeMessage {
  const { keyword, schema, data, params, parentSchema } = error;
  switch (keyword) {
    case 'additionalProperties': {
      const name = String((params as { additionalProperty: string }).additionalProperty);
      const allowed = Object.keys((parentSchema as { properties?: object }).properties ?? {});
      const meant = nearestWord(name, allowed);
      return { message: `unknown key ${name}`, ...(meant !== undefined && { meant }), allowed };
    }
    case 'required': {
      const name = String((params as { missingProperty: string }).missingProperty);
      const says = descriptionOf((parentSchema as { properties?: Record<string, unknown> }).properties?.[name]);
      return { message: `${name} is missing${says === '' ? '' : ` (${says.replace(/\.$/, '')})`}` };
    }
    case 'type': return typeMessage(error);
    case 'enum': return oneOf('is none of the words that may stand here', data, (schema as unknown[]).map(String));
    case 'const': return oneOf(`must be ${String(schema)}`, data, [String(schema)]);
    case 'pattern': return error.propertyName !== undefined ? nameMessage(error.propertyName) : { message: `does not have the form it must have${descriptionOf(parentSchema) === '' ? '' : ` (${descriptionOf(parentSchema).replace(/\.$/, '')})`}`, found: shown(data), allowed: [String(schema)] };
    case 'not': return error.propertyName !== undefined ? nameMessage(error.propertyName) : { message: 'may not stand here', found: shown(data) };
    case 'format': return { message: `is no ${String(schema)}: write 2026-11-25`, found: shown(data) };
    case 'minLength': case 'minItems': case 'minProperties': return { message: 'must not be empty', found: shown(data) };
    case 'maxLength': return { message: `is longer than ${String(schema)} characters`, found: `${String(data).length} characters` };
    case 'uniqueItems': return { message: `gives ${shown((data as unknown[])[(params as { i: number }).i])} twice`, found: shown(data) };
    case 'anyOf': return { message: `fits none of the shapes that may stand here${descriptionOf(parentSchema) === '' ? '' : ` (${descriptionOf(parentSchema).replace(/\.$/, '')})`}`, found: shown(data), allowed: [...new Set((schema as Shape[]).map(typeText))] };
    default: return { message: error.message ?? keyword, found: shown(data) };
  }
}
