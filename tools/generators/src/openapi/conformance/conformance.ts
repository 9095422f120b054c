import type { ValidateFunction } from 'ajv';
import type { Answer, Header, OpenApiDocument } from '../document.ts';
import { resolve, schemasOf } from '../self-check.ts';
import { operationFinder } from './match-operation.ts';

/** An answer as a client got it. */
export interface RealAnswer {
  readonly method: string;
  /** With or without a query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** JSON as parsed; anything else as text; nothing: undefined or ''. */
  readonly body?: unknown;
}

export interface Deviation {
  readonly at: 'operation' | 'status' | 'content-type' | 'header' | 'body';
  readonly message: string;
}

export interface Conformance {
  /** How an answer deviates from the document; empty: not at all. */
  check(answer: RealAnswer): readonly Deviation[];
  /** The operation a request belongs to. */
  operationId(method: string, path: string): string | undefined;
}

/**
 * Holds real answers against the document: a status that is not declared, a missing or malformed header, a wrong content
 * type, a body outside its schema. Paths that the document does not know may only be answered by a problem.
 */
export function conformanceOf(document: OpenApiDocument): Conformance {
  const find = operationFinder(document);
  const ajv = schemasOf(document);
  const compiled = new Map<string, ValidateFunction>();
  const validator = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `document#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  const problem = '/components/schemas/Problem';

  const check = (answer: RealAnswer): readonly Deviation[] => {
    const matched = find(answer.method, answer.path);
    const name = `${answer.method.toUpperCase()} ${answer.path.split('?')[0]} → ${answer.status}`;
    if (!matched) return answer.status === 404 || answer.status === 405 ? bodyFaults(validator(problem), answer.body, name) : [{ at: 'operation', message: `${name}: the document knows no such operation` }];
    const declared = matched.operation.responses[String(answer.status)];
    if (!declared) return [{ at: 'status', message: `${name}: ${matched.operation.operationId} declares ${Object.keys(matched.operation.responses).join(', ')}` }];
    const pointer = '$ref' in declared ? declared.$ref.slice(1) : `/paths/${escaped(matched.path)}/${matched.method}/responses/${answer.status}`;
    const response = ('$ref' in declared ? resolve(document, declared.$ref) : declared) as Answer;
    return [...headerFaults(response, pointer, answer, name), ...contentFaults(response, pointer, answer, name)];
  };

  const headerFaults = (response: Answer, pointer: string, answer: RealAnswer, name: string): Deviation[] =>
    Object.entries(response.headers ?? {}).flatMap(([header, declared]): Deviation[] => {
      const given = headerOf(answer.headers, header);
      const at = '$ref' in declared ? declared.$ref.slice(1) : `${pointer}/headers/${header}`;
      const { required } = ('$ref' in declared ? resolve(document, declared.$ref) : declared) as Header;
      if (given === undefined) return required ? [{ at: 'header', message: `${name}: ${header} is missing` }] : [];
      return validator(`${at}/schema`)(given) ? [] : [{ at: 'header', message: `${name}: ${header} is ${JSON.stringify(given)}` }];
    });

  const contentFaults = (response: Answer, pointer: string, answer: RealAnswer, name: string): Deviation[] => {
    const types = Object.keys(response.content ?? {});
    const given = headerOf(answer.headers, 'content-type')?.split(';')[0]?.trim();
    if (types.length === 0) return answer.body === undefined || answer.body === '' || answer.body === null ? [] : [{ at: 'body', message: `${name}: a body that is not declared` }];
    if (given === undefined || !types.includes(given)) return [{ at: 'content-type', message: `${name}: ${given ?? 'none'} instead of ${types.join(', ')}` }];
    return bodyFaults(validator(`${pointer}/content/${escaped(given)}/schema`), answer.body, name);
  };

  return { check, operationId: (method, path) => find(method, path)?.operation.operationId };
}

const escaped = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

function bodyFaults(fits: ValidateFunction, body: unknown, name: string): Deviation[] {
  if (fits(body)) return [];
  return (fits.errors ?? []).slice(0, 5).map((error) => ({ at: 'body', message: `${name}: ${error.instancePath || '/'} ${error.message ?? ''}${describe(error.params)}` }));
}

function describe(facts: Readonly<Record<string, unknown>>): string {
  const stranger = facts['additionalProperty'] ?? facts['unevaluatedProperty'];
  return stranger === undefined ? '' : ` (${String(stranger)})`;
}

function headerOf(headers: RealAnswer['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const given = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return typeof given === 'string' || given === undefined ? given : given.join(', ');
}
