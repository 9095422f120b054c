import type { OpenApiDocument } from '../document.ts';
import { operationsOf } from '../self-check.ts';

/** A route as the server has it: `GET`, `/v1/matters/:id`. */
export interface ServedRoute {
  readonly method: string;
  readonly path: string;
}

/**
 * Routes that the document has and the server has not, and the other way round. A route of the server with a parameter
 * where the document has words (`/v1/:plural`) serves all of them; such generic routes need not be in the document.
 */
export function compareRoutes(document: OpenApiDocument, served: readonly ServedRoute[]): { readonly notServed: readonly string[]; readonly notDocumented: readonly string[] } {
  const operations = operationsOf(document).map(({ method, path }) => ({ name: `${method.toUpperCase()} ${path}`, method, parts: path.split('/') }));
  const routes = served.filter(({ method }) => !['HEAD', 'OPTIONS'].includes(method.toUpperCase())).map(({ method, path }) => ({ name: `${method.toUpperCase()} ${path}`, method: method.toLowerCase(), parts: path.replace(/\/$/, '').split('/') }));
  const serves = (route: (typeof routes)[number], operation: (typeof operations)[number]): boolean =>
    route.method === operation.method && route.parts.length === operation.parts.length && route.parts.every((part, index) => part.startsWith(':') || part === operation.parts[index]);
  return {
    notServed: operations.filter((operation) => !routes.some((route) => serves(route, operation))).map(({ name }) => name),
    notDocumented: routes.filter((route) => !operations.some((operation) => serves(route, operation))).map(({ name }) => name),
  };
}
