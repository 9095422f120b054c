import type { ChangeReason, RecordedDue } from '@huiyin/deadline-rules';
import type { Citation, FactValue, Matter, Refusal } from '@huiyin/regulation-engine';
import type { MatterHead, RpcContext, RpcProblem } from '@huiyin/contracts-kernel';

/**
 * What becomes of a promise that still runs: `kept`, `moved`, `dropped` (the policy knows no such promise, or asks for it no more),
 * `judged` (missed already: it stands), `paused` (its due is counted when it goes on).
 */
export type ReboundResult = 'kept' | 'moved' | 'dropped' | 'judged' | 'paused';

export interface ReboundDue {
  /** Id of the run. */
  readonly step: string;
  readonly name: string;
  readonly result: ReboundResult;
  readonly citation: Citation;
  /** The anchor its clock counts from: it stays. */
  readonly startedAt: string;
  readonly old?: RecordedDue;
  readonly new?: RecordedDue;
  /** Milliseconds; negative: it came nearer. */
  readonly movedMs?: number;
  /** The new due has passed: the promise is missed with the re-binding. */
  readonly overdueAtOnce?: boolean;
  readonly reasons: readonly ChangeReason[];
  /** Items of the policy that the due comes from: `s2.4/kinds.workOrder.steps.handOver`, `s2.4/values.handOverLimit`, `calendar`. */
  readonly items: readonly string[];
}

/** What another policy makes of one matter. */
export interface Rebinding {
  readonly id: string;
  readonly kind: string;
  readonly number?: string;
  readonly from: string;
  readonly to: string;
  readonly dues: readonly ReboundDue[];
  /** Facts that the policy derives otherwise. */
  readonly facts: readonly { readonly fact: string; readonly old: FactValue; readonly new: FactValue; readonly item?: string; readonly rule?: string }[];
  /** Promises the policy makes while a condition holds that held before: they do not begin with the re-binding. */
  readonly notOpened: readonly { readonly step: string; readonly citation: Citation }[];
  /** Promises that begin because nothing else would be owed. */
  readonly opened: readonly { readonly step: string; readonly citation: Citation; readonly dueAt?: string }[];
  readonly owner?: { readonly old: string | null; readonly new: string | null };
}

export interface RebindRequest {
  readonly context: RpcContext;
  readonly id: string;
  /** Hash of the policy it shall be bound to. */
  readonly to: string;
  readonly reason?: string;
  readonly expectedVersion?: number;
  /** Dry run: nothing is stored. */
  readonly preview?: boolean;
}
export type RebindReply = { readonly ok: true; readonly head: MatterHead; readonly rebinding: Rebinding; readonly replayed?: boolean } | { readonly ok: false; readonly problem: RpcProblem };

/** What a policy would make of the open matters of one service. */
export interface SurveyRequest {
  readonly context: RpcContext;
  readonly to: string;
  /** Matters looked at, at most. */
  readonly limit: number;
  /** Also compare what their owners may do, for changes of acts, parties and fields. */
  readonly acts: boolean;
}

/** An act that somebody concerned may do under one policy and not under the other, or is refused for other reasons. */
export interface ActDifference {
  readonly act: string;
  readonly person: string;
  readonly old: readonly Refusal[];
  readonly new: readonly Refusal[];
}

export interface SurveyedMatter {
  /** Absent where it cannot be bound to the policy; `refusals` say why. */
  readonly rebinding?: Rebinding;
  readonly refusals: readonly Refusal[];
  readonly acts: readonly ActDifference[];
  readonly matter: Pick<Matter, 'id' | 'kind' | 'number' | 'policy' | 'state'>;
}

export interface SurveyReply {
  /** Matters that the caller may read. */
  readonly matters: readonly SurveyedMatter[];
  readonly looked: number;
  /** Promises of every matter looked at, also of those the caller may not read. */
  readonly counts: Readonly<Record<ReboundResult, number>>;
  /** False: there are more matters than were looked at. */
  readonly complete: boolean;
}
