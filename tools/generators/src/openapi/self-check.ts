import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenApiDocument, Operation } from './document.ts';

/**
 * What is wrong with a document, in words: references that lead nowhere, operations or parameters named twice, path
 * parameters not declared, components nobody uses, schemas that are none (JSON Schema 2020-12).
 */
export function checkDocument(document: OpenApiDocument): readonly string[] {
  return [...brokenReferences(document), ...operationFaults(document), ...unusedComponents(document), ...schemaFaults(document)];
}

export function operationsOf(document: OpenApiDocument): readonly { readonly method: string; readonly path: string; readonly operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ method, path, operation })));
}

/** Every `$ref` in a value. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (key === '$ref' && typeof entry === 'string' ? [entry] : referencesIn(entry)));
}

/** What a local reference points at. */
export function resolve(document: OpenApiDocument, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined), document);
}

function brokenReferences(document: OpenApiDocument): string[] {
  return [...new Set(referencesIn(document))].filter((reference) => resolve(document, reference) === undefined).map((reference) => `${reference} leads nowhere`);
}

function operationFaults(document: OpenApiDocument): string[] {
  const seen = new Set<string>();
  return operationsOf(document).flatMap(({ method, path, operation }) => {
    const faults: string[] = [];
    if (seen.has(operation.operationId)) faults.push(`${operation.operationId} names two operations`);
    seen.add(operation.operationId);
    const parameters = (operation.parameters ?? []).map((parameter) => ('$ref' in parameter ? resolve(document, parameter.$ref) : parameter) as { name: string; in: string } | undefined);
    const keys = parameters.map((parameter) => `${parameter?.in} ${parameter?.name}`);
    faults.push(...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${method} ${path} has the parameter ${key} twice`));
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    faults.push(...inPath.filter((name) => !keys.includes(`path ${name}`)).map((name) => `${method} ${path} does not declare {${name}}`));
    faults.push(...parameters.filter((parameter) => parameter?.in === 'path' && !inPath.includes(parameter.name)).map((parameter) => `${method} ${path} has no {${parameter?.name}}`));
    if (!Object.keys(operation.responses).some((status) => status.startsWith('2'))) faults.push(`${method} ${path} never succeeds`);
    return faults;
  });
}

function unusedComponents(document: OpenApiDocument): string[] {
  const used = new Set(referencesIn(document));
  return (['schemas', 'parameters', 'headers', 'responses'] as const).flatMap((section) =>
    Object.keys(document.components[section])
      .map((name) => `#/components/${section}/${name}`)
      .filter((reference) => !used.has(reference))
      .map((reference) => `${reference} is used by nothing`),
  );
}

function schemaFaults(document: OpenApiDocument): string[] {
  const ajv = schemasOf(document);
  return Object.keys(document.components.schemas).flatMap((name) => {
    try {
      ajv.compile({ $ref: `document#/components/schemas/${name}` });
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

/** A validator that knows the document's schemas as `document#/…`. */
export function schemasOf(document: OpenApiDocument): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, formats: { uuid: true, date: true, 'date-time': true } });
  for (const keyword of ['x-labels', 'x-ref', 'x-order', 'x-unit', 'x-group', 'x-personal', 'x-known', 'example']) ajv.addKeyword(keyword);
  ajv.addKeyword({ keyword: ['openapi', 'jsonSchemaDialect', 'info', 'servers', 'tags', 'paths', 'components', 'security'] });
  ajv.addSchema({ ...document, $id: 'document' } as object, 'document', false, false);
  return ajv;
}
