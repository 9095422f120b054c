/** What is wrong with a request, if anything. */
export const HOSTILITIES = [
  'none', 'unknown-field', 'wrong-type', 'over-long', 'deep-json', 'operator-injection', 'prototype-key', 'missing-required', 'no-object',
  'malformed-json', 'wrong-content-type', 'stale-version', 'foreign-id', 'malformed-id', 'unknown-parameter', 'repeated-parameter', 'no-account',
] as const;
export type Hostility = (typeof HOSTILITIES)[number];

/** A request to be sent as it stands: the body is text already, so that it can be malformed. */
export interface FuzzRequest {
  readonly operationId: string;
  readonly hostility: Hostility;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** With an account; false: send no `Authorization`. */
  readonly signedIn: boolean;
  /** Statuses that are right. Empty: any that the document declares. */
  readonly statuses: readonly number[];
}
