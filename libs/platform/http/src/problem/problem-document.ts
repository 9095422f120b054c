import type { Locale } from '../locale/locale.ts';

export interface ProblemCite {
  readonly clause?: string;
  readonly words?: string;
}

/** One fault of a request: where, which, why, and the rule that says so. */
export interface ProblemFault {
  /** JSON Pointer (RFC 6901) into the body; `` is the body itself. */
  readonly pointer?: string;
  /** Query parameter or header that is at fault, when it is not in the body. */
  readonly parameter?: string;
  readonly code: string;
  readonly message: string;
  readonly rule?: string;
  readonly cite?: ProblemCite;
  /** The act that refuses, where it is not the one asked for but one that was to happen with it. */
  readonly of?: { readonly matter: string; readonly kind: string; readonly act: string };
}

/** RFC 9457 with the members of the API's conventions. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance: string;
  readonly code: string;
  readonly traceId: string;
  readonly rule?: string;
  readonly cite?: ProblemCite;
  readonly errors?: readonly ProblemFault[];
  readonly [extension: string]: unknown;
}

export type WriteText = (locale: Locale) => string;

/** A fault before the reader's language is known. */
export interface Fault extends Omit<ProblemFault, 'message'> {
  readonly message: WriteText;
}
