import type { ProblemCite } from '@huiyin/platform-http';
import type { Citation } from '@huiyin/regulation-engine';

/** Clause and words of a citation; the rule's id stands beside it. */
export function citeOf(citation: Citation): ProblemCite | undefined {
  const { clause, words } = citation;
  return clause === undefined && words === undefined ? undefined : { ...(clause !== undefined && { clause }), ...(words !== undefined && { words }) };
}
