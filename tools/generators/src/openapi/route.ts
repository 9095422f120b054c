import type { JsonSchema } from '../schema/json-schema.ts';
import type { Method, Parameter, Reference } from './document.ts';

/** Who may call a route: anyone, whoever has the platform's key, an account or API key, also by a ticket, an administrator. */
export type Access = 'open' | 'platform' | 'account' | 'ticket' | 'administrator';

/** A route before it is written as an operation: what it says of itself; the rest follows from its sort. */
export interface Route {
  readonly method: Method;
  /** `/v1/work-orders/{id}` */
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access?: Access;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly body?: RouteBody;
  readonly answers: Readonly<Record<string, RouteAnswer>>;
  /** Changes something that has a version: takes `If-Match` and gives `ETag`. */
  readonly versioned?: boolean;
  /** Statuses of problems beside those that follow from access, method, path and body. */
  readonly problems?: readonly number[];
}

export interface RouteBody {
  readonly schema: JsonSchema;
  /** Left out: `application/json`. */
  readonly types?: readonly string[];
  readonly optional?: boolean;
}

export interface RouteAnswer {
  readonly description: string;
  readonly schema?: JsonSchema;
  /** Left out: `application/json`. */
  readonly type?: string;
  readonly headers?: readonly string[];
}
