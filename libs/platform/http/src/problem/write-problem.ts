import type { Locale } from '../locale/locale.ts';
import type { ProblemDocument } from './problem-document.ts';
import type { ProblemError } from './problem-error.ts';

/** The document (RFC 9457) of a problem in the reader's language. */
export function writeProblem(error: ProblemError, at: { readonly locale: Locale; readonly instance: string; readonly traceId: string }): ProblemDocument {
  const { status, code, title, detail, rule, cite, errors, extensions } = error.facts;
  return {
    type: `urn:huiyin:problem:${code}`,
    title: title(at.locale),
    status,
    ...(detail && { detail: detail(at.locale) }),
    instance: at.instance,
    code,
    traceId: at.traceId,
    ...(rule && { rule }),
    ...(cite && { cite }),
    ...(errors && errors.length > 0 && { errors: errors.map((fault) => ({ ...fault, message: fault.message(at.locale) })) }),
    ...extensions,
  };
}
