/** A JSON Schema (2020-12) fragment. */
export type Shape = Readonly<Record<string, unknown>>;

/** Names that would reach JavaScript's prototypes; they match the pattern of a name but are never one. */
export const prototypeNames = [
  'constructor', 'prototype', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString', 'valueOf',
] as const;

export const text = (description: string, more: Shape = {}): Shape => ({ type: 'string', minLength: 1, description, ...more });
export const flag = (description: string): Shape => ({ type: 'boolean', description });
export const number = (description: string, more: Shape = {}): Shape => ({ type: 'number', description, ...more });
export const words = (allowed: readonly string[], description: string): Shape => ({ enum: allowed, description });
export const list = (items: Shape, description: string, more: Shape = {}): Shape => ({ type: 'array', minItems: 1, items, description, ...more });
export const oneOrMany = (shape: Shape, description: string): Shape => ({ anyOf: [shape, { type: 'array', minItems: 1, items: shape }], description });
export const use = (name: string, description?: string): Shape => ({ $ref: `#/$defs/${name}`, ...(description === undefined ? {} : { description }) });

/** An object with these members and no others. */
export const record = (properties: Readonly<Record<string, Shape>>, required: readonly string[], description: string, more: Shape = {}): Shape => ({
  type: 'object',
  description,
  properties,
  required,
  additionalProperties: false,
  ...more,
});

/** A map from declared names to items. */
export const named = (item: Shape, description: string): Shape => ({
  type: 'object',
  description,
  propertyNames: { pattern: '^[a-z][A-Za-z0-9]{0,39}$', not: { enum: prototypeNames } },
  additionalProperties: item,
});
