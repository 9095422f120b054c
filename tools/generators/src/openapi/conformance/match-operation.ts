import type { OpenApiDocument, Operation } from '../document.ts';
import { operationsOf } from '../self-check.ts';

export interface Matched {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Finds the operation of a request; a literal part of a path goes before a parameter. */
export function operationFinder(document: OpenApiDocument): (method: string, path: string) => Matched | undefined {
  const known = operationsOf(document)
    .map((operation) => ({ ...operation, parts: operation.path.split('/') }))
    .sort((one, other) => (one.path.replaceAll(/\{\w+\}/g, '~') < other.path.replaceAll(/\{\w+\}/g, '~') ? -1 : 1));
  return (method, path) => {
    const parts = path.split('?')[0]!.split('/');
    return known.find((candidate) => candidate.method === method.toLowerCase() && candidate.parts.length === parts.length && candidate.parts.every((part, index) => part.startsWith('{') || part === parts[index]));
  };
}
