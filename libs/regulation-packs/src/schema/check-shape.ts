import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { PackProblem } from '../load/pack-problem.ts';
import { pathBelow, type Positions } from '../load/positions.ts';
import { packSchema } from './pack-schema.ts';

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

const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
};

function allowedBy(error: ErrorObject): readonly string[] | undefined {
  if (error.keyword === 'enum') return (error.schema as unknown[]).map(String);
  if (error.keyword === 'const') return [String(error.schema)];
  if (error.keyword === 'type') return Array.isArray(error.schema) ? (error.schema as string[]) : [String(error.schema)];
  if (error.keyword === 'additionalProperties') return Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
  if (error.keyword === 'pattern') return [String(error.schema)];
  return undefined;
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
  if (error.schemaPath.startsWith(`${choice.schemaPath}/`)) return true;
  // A branch that is a `$ref` reports the path of its definition; below the same value it can only stem from the choice.
  return error.schemaPath.startsWith('#/$defs/') && (choice.schema as { $ref?: string }[]).some((branch) => branch.$ref !== undefined && error.schemaPath.startsWith(branch.$ref));
}

/** Checks a merged document against the schema: every problem with its place, what was found and what is allowed. */
export function checkShape(document: unknown, positions: Positions): readonly PackProblem[] {
  if (validate(document)) return [];
  return withoutNoise(validate.errors ?? []).map((error) => {
    const unknown = error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : undefined;
    const at = pathOf(error.instancePath);
    const path = unknown === undefined ? at : pathBelow(at, unknown);
    const allowed = allowedBy(error);
    return {
      code: unknown === undefined ? 'shape' : 'unknownKey',
      severity: 'error' as const,
      path,
      message: unknown === undefined ? (error.keyword === 'anyOf' ? 'fits none of the allowed shapes' : (error.message ?? error.keyword)) : `unknown key ${unknown}`,
      ...(unknown === undefined && error.keyword !== 'required' ? { found: shown(error.data) } : {}),
      ...(allowed === undefined ? {} : { allowed }),
      ...positions.of(path),
    };
  });
}
