import { EDGE_PROBLEMS } from './catalogue.ts';
import type { EdgeProblemCode } from './catalogue.ts';
import type { LocaleTexts } from '../locale/locale.ts';
import type { Fault, ProblemCite, WriteText } from './problem-document.ts';

export interface ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly title: WriteText;
  readonly detail?: WriteText;
  readonly rule?: string;
  readonly cite?: ProblemCite;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Thrown anywhere below an HTTP edge; the filter writes the document in the reader's language. */
export class ProblemError extends Error {
  readonly facts: ProblemFacts;
  constructor(facts: ProblemFacts) {
    super(facts.code);
    this.name = 'ProblemError';
    this.facts = facts;
  }
}

export interface ProblemDetails {
  readonly detail?: LocaleTexts;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** A narrower code with the same status and title, e.g. `simulation.backwards`. */
  readonly code?: string;
}

/** A problem of the edge's catalogue. */
export function problem(code: EdgeProblemCode, details: ProblemDetails = {}): ProblemError {
  const { status, title } = EDGE_PROBLEMS[code];
  const { detail } = details;
  return new ProblemError({
    status,
    code: details.code ?? code,
    title: (locale) => title[locale],
    ...(detail && { detail: (locale) => detail[locale] }),
    ...(details.errors && { errors: details.errors }),
    ...(details.headers && { headers: details.headers }),
    ...(details.extensions && { extensions: details.extensions }),
  });
}
