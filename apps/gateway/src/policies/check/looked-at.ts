import type { PolicyDocument } from '@huiyin/regulation-engine';
import type { PackProblem } from '@huiyin/regulation-packs';

/** Something wrong with a policy: where in which file, at which item, what was found and what is allowed. */
export type Finding = Omit<PackProblem, 'path'> & {
  /** `s2.4/values.handOverLimit` */
  readonly item: string;
};

/** A policy that was put together, linted with its overrides in and compiled. */
export interface LookedAt {
  readonly hash: string;
  readonly document: PolicyDocument;
  /** Errors stand against it; warnings are told. */
  readonly findings: readonly Finding[];
}
