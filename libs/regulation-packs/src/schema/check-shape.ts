import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { PackProblem } from '../load/pack-problem.ts';
import { pathBelow, type Positions } from '../load/positions.ts';
import { packSchema } from './pack-schema.ts';
import { shapeMessage } from './shape-message.ts';

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
const validate = ajv.compile(packSchema({ whole: true }));

/** `/kinds/workOrder/require/0` → `kinds.workOrder.require[0]`. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, step) => pathBelow(path, /^\d+$/.test(step) && path !== '' && !path.endsWith('cites') ? Number(step) : step), '');
}

/**
 * Of the errors below a choice of shapes, only those of the branch that came furthest help the author;
 * where no branch got inside the value, the choice itself is the error.
 */
function withoutNoise(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf');
  const dropped = new Set<ErrorObject>();
  for (const choice of choices) {
    const tried = errors.filter((error) => error !== choice && error.instancePath.startsWith(choice.instancePath) && error.keyword !== 'anyOf' && isBranchOf(error, choice));
    const inside = tried.filter((error) => error.instancePath.length > choice.instancePath.length || error.keyword === 'additionalProperties' || error.keyword === 'required');
    for (const error of tried) if (!inside.includes(error)) dropped.add(error);
    if (inside.length > 0) dropped.add(choice);
  }
  return errors.filter((error) => !dropped.has(error));
}

function isBranchOf(error: ErrorObject, choice: ErrorObject): boolean {
  if (error.schemaPath.startsWith(`${choice.schemaPath}/`) || error.instancePath.startsWith(`${choice.instancePath}/`)) return true;
  // A branch that is a `$ref` reports the path of its definition; below the same value it can only stem from the choice.
  return error.schemaPath.startsWith('#/$defs/') && (choice.schema as { $ref?: string }[]).some((branch) => branch.$ref !== undefined && error.schemaPath.startsWith(branch.$ref));
}

/** The path of what an error is about: the unknown key, the name that is none, else the value. */
function pathAt(error: ErrorObject): string {
  const at = pathOf(error.instancePath);
  const name = error.keyword === 'additionalProperties' ? String((error.params as { additionalProperty: string }).additionalProperty) : error.propertyName;
  return name === undefined ? at : pathBelow(at, name);
}

/** Nobody mends more at once. */
const most = 200;

/** Checks a merged document against the schema: every problem (of many the first 200) with its place, what was found and what is allowed. */
export function checkShape(document: unknown, positions: Positions): readonly PackProblem[] {
  if (validate(document)) return [];
  return withoutNoise(validate.errors ?? []).filter(({ keyword }) => keyword !== 'propertyNames').slice(0, most).map((error): PackProblem => {
    const path = pathAt(error);
    return { code: error.keyword === 'additionalProperties' ? 'unknownKey' : 'shape', severity: 'error', path, ...shapeMessage(error), ...positions.of(path) };
  });
}
