import { getMetadataStorage } from 'class-validator';
import { DIALECT } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';

type Constructor = abstract new (...given: never[]) => object;
interface Rule { readonly name?: string; readonly type: string; readonly propertyName: string; readonly constraints?: readonly unknown[]; readonly each?: boolean }

/**
 * The schema of a class of class-validator, from its own decorators. Members that are not declared are allowed: inside a
 * version only optional ones are added, and an old reader must not stumble over them.
 * @throws Error for a decorator this does not know, so that none is lost in silence
 */
export function classSchema(id: string, type: Constructor): JsonSchema {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false) as readonly Rule[];
  const names = [...new Set(rules.map((rule) => rule.propertyName))];
  const properties = Object.fromEntries(names.map((name) => [name, memberSchema(rules.filter((rule) => rule.propertyName === name))]));
  const optional = new Set(rules.filter((rule) => nameOf(rule) === 'conditionalValidation' || nameOf(rule) === 'isOptional').map((rule) => rule.propertyName));
  return { $schema: DIALECT, $id: `urn:huiyin:schema:${id}`, type: 'object', required: names.filter((name) => !optional.has(name)), properties };
}

const nameOf = (rule: Rule): string => rule.name ?? rule.type;

function memberSchema(rules: readonly Rule[]): JsonSchema {
  const own = Object.assign({}, ...rules.filter((rule) => !rule.each).map(keywordsOf)) as JsonSchema;
  const entries = Object.assign({}, ...rules.filter((rule) => rule.each).map(keywordsOf)) as JsonSchema;
  const { type, ...others } = own;
  return { ...(type !== undefined && { type }), ...others, ...(type === 'array' && { items: entries }) };
}

function keywordsOf(rule: Rule): JsonSchema {
  const [first] = rule.constraints ?? [];
  switch (nameOf(rule)) {
    case 'conditionalValidation':
    case 'isOptional':
      return {};
    case 'isString':
      return { type: 'string' };
    case 'isInt':
      return { type: 'integer' };
    case 'isBoolean':
      return { type: 'boolean' };
    case 'isObject':
      return { type: 'object' };
    case 'isArray':
      return { type: 'array' };
    case 'isIso8601':
      return { type: 'string', format: 'date-time' };
    case 'isIn':
      return { enum: first };
    case 'min':
      return { minimum: first };
    case 'max':
      return { maximum: first };
    case 'minLength':
      return { minLength: first };
    case 'maxLength':
      return { maxLength: first };
    case 'matches':
      return { pattern: String((first as RegExp).source) };
    default:
      throw new Error(`The generator has no schema for the decorator ${nameOf(rule)} of ${rule.propertyName}.`);
  }
}
