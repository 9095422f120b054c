import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, SchemaObject } from 'ajv/dist/2020.js';
import { canonicalInstant, parseDue } from '@huiyin/deadline-rules';
import { FileRefusedError, quoted } from './file-refused.ts';
import type { FileProblem } from './file-refused.ts';
import type { JsonFile } from './json-file.ts';
import type { PathStep } from './json-places.ts';

const accepts = (read: (text: string) => unknown) => (text: string): boolean => {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
};
const isInstant = accepts(canonicalInstant);
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && isInstant(`${text}T00:00:00Z`);

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addFormat('instant', isInstant);
ajv.addFormat('calendar-date', isDate);
ajv.addFormat('date-or-instant', (text: string) => isDate(text) || isInstant(text));
ajv.addFormat('due', accepts(parseDue));

/** A check of a file's shape: throws FileRefusedError with every problem, each with its place, what was found and what is allowed. */
export type ShapeCheck = (file: JsonFile) => void;

/** Compiles a schema once. Where a schema has a `description`, that is what the problem calls allowed. */
export function shapeCheck(schema: SchemaObject): ShapeCheck {
  const validate = ajv.compile(schema);
  return (file) => {
    if (validate(file.value)) return;
    const problems = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'if').map((error) => problemOf(error, file));
    throw new FileRefusedError(problems);
  };
}

function problemOf(error: ErrorObject, file: JsonFile): FileProblem {
  const path = stepsOf(error.instancePath, file.value);
  const params = error.params as Record<string, unknown>;
  const described = (error.parentSchema as { description?: string } | undefined)?.description;
  switch (error.keyword) {
    case 'required':
      return file.problem('shape', path, { message: `${String(params['missingProperty'])} is missing`, found: quoted(error.data), allowed: [`${String(params['missingProperty'])}`] });
    case 'additionalProperties':
      return file.problem('unknownKey', [...path, String(params['additionalProperty'])], { message: 'unknown key', found: quoted(params['additionalProperty']), allowed: Object.keys((error.parentSchema as { properties?: object }).properties ?? {}) });
    case 'propertyNames':
      return file.problem('shape', [...path, String(params['propertyName'])], { message: 'not a key allowed here', found: quoted(params['propertyName']), ...(described && { allowed: [described] }) });
    default:
      return file.problem('shape', path, { message: error.message ?? error.keyword, found: quoted(error.data), allowed: [described ?? allowedBy(error.keyword, params)] });
  }
}

function allowedBy(keyword: string, params: Record<string, unknown>): string {
  if (keyword === 'enum') return (params['allowedValues'] as unknown[]).map(String).join(' | ');
  return String(params['type'] ?? params['format'] ?? params['pattern'] ?? params['limit'] ?? keyword);
}

/** The steps of a JSON pointer; indexes of lists as numbers. */
function stepsOf(pointer: string, root: unknown): PathStep[] {
  let at: unknown = root;
  return pointer.split('/').slice(1).map((raw): PathStep => {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const index = Array.isArray(at) ? Number(step) : step;
    at = (at as Record<PathStep, unknown>)[index];
    return index;
  });
}
