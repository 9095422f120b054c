import type { OnBehalfOf } from './person.ts';

/** Field values: JSON; instants as RFC 3339 UTC with milliseconds, dates `YYYY-MM-DD`, money in fen, decimals as numbers with the field's scale. */
export type FactValue = null | string | number | boolean | readonly FactValue[] | { readonly [name: string]: FactValue };
export type FactMap = Readonly<Record<string, FactValue>>;

export interface Citation {
  /** `s2.4/11`; `core/…` for built-in behaviour. */
  readonly rule: string;
  /** Clause of the source, e.g. `4.3`. */
  readonly clause?: string;
  /** The cited words. */
  readonly words?: string;
}

export type Verdict = 'met' | 'missed' | 'reached';

/** One run of a promise. `open` and `verdict` are kept apart: late work completes a step that stays `missed`. */
export interface StepState {
  /** Unique in the matter: `<name>` for the first run, `<name>#2` …, `<name>/<line key>` for lines, `<name>[1]` for a series. */
  readonly id: string;
  readonly name: string;
  /** Kind and act that end it, for the clients' next button. */
  readonly act: string;
  readonly citation: Citation;
  /** Ids of those who owe it now (first = owner). */
  readonly who: readonly string[];
  readonly whole?: boolean;
  readonly silent?: boolean;
  readonly openedAt: string;
  /** The anchor its clock counts from. */
  readonly startedAt: string;
  readonly starter?: string;
  readonly dueAt?: string;
  readonly inclusive?: boolean;
  readonly warnAt?: string;
  readonly warned?: boolean;
  readonly provisional?: string;
  readonly open: boolean;
  readonly verdict?: Verdict;
  readonly dropped?: boolean;
  /** Positive: in time by; negative: late by. */
  readonly marginMs?: number;
  readonly endedAt?: string;
  readonly pausedAt?: string;
  /** Pauses so far; the open one stands in `pausedAt`. */
  readonly pauses?: readonly { readonly from: string; readonly to: string }[];
  /** `from`: the due before; `citation`: of what set the clock back. */
  readonly restarts?: readonly { readonly at: string; readonly from?: string; readonly citation?: Citation }[];
  readonly extended?: number;
  /** `from`: the due before. */
  readonly extensions?: readonly { readonly at: string; readonly by: string; readonly spec: string; readonly from?: string; readonly reason?: string }[];
  /** Accepted excuses that stopped the clock of whoever owed it. */
  readonly excuses?: readonly { readonly by: string; readonly kind: 'outage' | 'leave'; readonly from: string; readonly to: string; readonly at: string }[];
  /** Position in a series, from 0. */
  readonly member?: number;
  /** Line key of a step that runs once per line. */
  readonly line?: string;
  /** What `why` needs to recompute: the due's text as compiled, values used, policy and calendar hashes. */
  readonly why: FactMap;
}

export interface Done {
  readonly by: string;
  readonly at: string;
  /** Where it was done at an exclusive end: the instant it counts for. */
  readonly countsAt?: string;
  readonly times: number;
  readonly for?: OnBehalfOf;
}

export interface Signature {
  readonly act: string;
  readonly by: string;
  readonly at: string;
  /** Canonical JSON of what was signed. */
  readonly content: string;
  /** Position in the act's `sign`. */
  readonly entry?: number;
  readonly for?: OnBehalfOf;
}

/** A money, points or stock entry posted on the matter; never changed, reversed by another. */
export interface PostedEntry {
  readonly id: string;
  readonly ledger: string;
  readonly from?: string;
  readonly to?: string;
  readonly amount: number;
  readonly at: string;
  readonly citation: Citation;
  readonly evidence?: FactValue;
  /** Where its own period was closed: the date it would have counted for. */
  readonly corrects?: string;
  /** Account within the ledger, where the pack names one. */
  readonly account?: string;
}

/** A licence to do what the act allows nobody, or not him. */
export interface Permit {
  readonly id: string;
  readonly act: string;
  /** Who may use it. */
  readonly to: string;
  readonly by: string;
  readonly at: string;
  readonly uses: number;
  readonly used: number;
}

/** A posted item that goes on following its facts until its period closes. */
export interface Following {
  /** Id of the effect that posted first; its entries are that id, then `~2`, `~3` … */
  readonly id: string;
  readonly item: string;
  readonly line?: string;
  readonly event: {
    readonly type: string;
    readonly kind: string;
    readonly at: string;
    readonly by: string;
    readonly countsAt?: string;
    readonly step?: string;
    readonly who?: string | null;
    readonly line?: string | null;
  };
}

/** A matter of any kind: rebuilt from its events by `evolve`, without its policy. */
export interface Matter {
  readonly id: string;
  readonly tenant: string;
  readonly kind: string;
  readonly service: string;
  readonly record: boolean;
  readonly policy: string;
  /** Counts events, contiguous. */
  readonly seq: number;
  readonly number?: string;
  readonly state: string;
  readonly final: boolean;
  readonly facts: FactMap;
  /** fact → item that gave it its value (tables, derived facts). */
  readonly reasons: Readonly<Record<string, Reason>>;
  /** ref field → matter id (also in facts). */
  readonly links: Readonly<Record<string, string>>;
  readonly steps: readonly StepState[];
  readonly did: Readonly<Record<string, Done>>;
  readonly signatures: readonly Signature[];
  readonly entries: readonly PostedEntry[];
  readonly told: readonly string[];
  readonly owner?: string;
  readonly firstContact?: string;
  readonly openedAt: string;
  /** Where it was opened at an exclusive end: the instant its opening counts for. */
  readonly countsAt?: string;
  readonly openedBy: string;
  /** While set, the head shows that link's owner and next step. */
  readonly waitsFor?: string;
  /** Form code → act that sealed it. */
  readonly sealed: Readonly<Record<string, string>>;
  /** Pack that governs its states and acts, bound at opening; absent: the core's own. */
  readonly governor?: string;
  /** Conditions (`becomes`, `pausedWhile`) that hold now, so that the next evaluation sees edges. Only true ones are kept. */
  readonly flags: Readonly<Record<string, boolean>>;
  readonly permits?: readonly Permit[];
  readonly follows?: readonly Following[];
  /** Decisions asked for: their id → the item (and line) that asked. */
  readonly asked?: Readonly<Record<string, { readonly item: string; readonly line?: string }>>;
}

/** Why a fact has its value: the item, its citation, what it read. Schema `why.v1`. */
export interface Reason {
  readonly item: string;
  readonly citation: Citation;
  readonly inputs: FactMap;
  readonly tried?: readonly { readonly row: number; readonly failed: string }[];
  readonly settings?: readonly string[];
}

/** The next step of a matter: its earliest open step that is owed by somebody. */
export interface NextStep {
  readonly step: string;
  readonly what: string;
  readonly act: string;
  readonly owner?: string;
  readonly dueAt?: string;
  readonly warnAt?: string;
  readonly citation: Citation;
}
