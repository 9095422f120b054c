import type { Actor, OnBehalfOf } from './person.ts';
import type { Citation, FactMap, FactValue, Following, Matter, NextStep, Permit, PostedEntry, Reason, Signature, StepState } from './matter.ts';

/**
 * What the engine concluded, complete enough to rebuild the matter without its policy.
 * One command yields one or several events in order; every one carries the operator's instant.
 */
export interface EngineEvent {
  /** `kind.act`, `kind.step.missed`, `kind.step.opened` … in camelCase, e.g. `workOrder.take`, `workOrder.handOver.missed`. */
  readonly type: string;
  readonly kind: string;
  readonly seq: number;
  /** Operator's instant; a missed step is stamped at its due instant. */
  readonly at: string;
  /** Instant it counts for, where that is another: what is raised at an exclusive end belongs to the period that ended. */
  readonly countsAt?: string;
  readonly by: Actor;
  readonly for?: OnBehalfOf;
  readonly policy: string;
  readonly citation?: Citation;
  /** Line the act worked on. */
  readonly line?: string;
  /** Step the event is about (`kind.step.*`): its run's id. */
  readonly step?: string;
  /** On `kind.act.refused` and `kind.act.wouldRefuse`: every failing gate. */
  readonly refusals?: readonly { readonly code: string; readonly rule: string; readonly field?: string }[];
  /** The act's input as given (after defaults); fields of other kinds never. */
  readonly data?: FactMap;
  readonly change: MatterChange;
  /** Resolved consequences beyond this matter. Applied once by their target, by id. */
  readonly effects: readonly ResolvedEffect[];
  /** Owner and next step after this event (of the last event of a commit; also on earlier ones). */
  readonly next?: NextStep;
  readonly owner?: string;
}

/** The only thing `evolve` reads. */
export interface MatterChange {
  /** On the first event only. */
  readonly created?: { readonly id: string; readonly tenant: string; readonly service: string; readonly record: boolean; readonly openedAt: string; readonly countsAt?: string; readonly openedBy: string; readonly firstContact?: string; readonly governor?: string };
  readonly policy?: string;
  readonly number?: string;
  readonly state?: string;
  readonly final?: boolean;
  readonly set?: FactMap;
  readonly reasons?: Readonly<Record<string, Reason>>;
  readonly links?: Readonly<Record<string, string>>;
  /** Whole new states of the steps that changed, by id. */
  readonly steps?: readonly StepState[];
  readonly did?: { readonly act: string; readonly by: string; readonly at: string; readonly countsAt?: string; readonly for?: OnBehalfOf };
  readonly signature?: Signature;
  readonly entries?: readonly PostedEntry[];
  readonly told?: readonly string[];
  readonly owner?: string | null;
  readonly waitsFor?: string | null;
  readonly sealed?: Readonly<Record<string, string>>;
  readonly flags?: Readonly<Record<string, boolean>>;
  /** Whole new states of the licences that changed, by id. */
  readonly permits?: readonly Permit[];
  readonly follows?: readonly Following[];
  readonly asked?: Matter['asked'];
}

/** A consequence outside the own matter, with everything resolved. Its id is stable: event + item (+ line + index). */
export type ResolvedEffect =
  | { readonly id: string; readonly verb: 'tell'; readonly to: readonly string[]; readonly channels: readonly string[]; readonly proof?: boolean; readonly text: string; readonly facts: FactMap; readonly citation: Citation }
  | { readonly id: string; readonly verb: 'open'; readonly service: string; readonly kind: string; readonly act: string; readonly target: string; readonly input: FactMap; readonly countsAt?: string; readonly link?: { readonly field: string }; readonly citation: Citation }
  | { readonly id: string; readonly verb: 'act'; readonly service: string; readonly kind: string; readonly target: string; readonly act: string; readonly input: FactMap; readonly countsAt?: string; readonly citation: Citation; readonly refused?: FactValue }
  | { readonly id: string; readonly verb: 'hold'; readonly of: FactValue; readonly release: readonly string[]; readonly citation: Citation }
  | { readonly id: string; readonly verb: 'publish'; readonly name: string; readonly facts: FactMap; readonly citation: Citation };
