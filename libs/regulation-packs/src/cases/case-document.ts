import type { CalendarDocument } from '@huiyin/deadline-rules';
import type { FactMap, PackDocument, Person, RuleReference } from '@huiyin/regulation-engine';

/** Something done, or looked at, in an example. Without `act` and `view` only the clock moves. */
export interface CaseAct {
  /** Local time; left out: the moment of the act before. */
  readonly at?: string;
  /** A person of the stage, the id of a customer, or `system`. */
  readonly by?: string;
  /** Kind of what is made; of acts on something it is known. */
  readonly kind?: string;
  readonly act?: string;
  /** Id of what it is done to. */
  readonly on?: string;
  /** Id given to what it makes. */
  readonly as?: string;
  readonly line?: string;
  /** Customer whose word is recorded. */
  readonly for?: string;
  /** Local times become instants. */
  readonly input?: FactMap;
  /** Opens this view instead; `input` filters. */
  readonly view?: string;
  /** Refusals in order, each `rule code` or `rule code field`. Left out: it must be allowed. */
  readonly refused?: readonly string[];
}

/** People and what has happened, shared by examples. Continues another stage, or begins with its own people and calendar. */
export interface StageDocument {
  readonly after?: string;
  readonly calendar?: CalendarDocument;
  readonly people?: Readonly<Record<string, Omit<Person, 'id' | 'name'>>>;
  readonly acts?: readonly CaseAct[];
}

/** What must hold of a matter. Members left out are not looked at; objects match as subsets, lists in whole. */
export interface MatterExpectation {
  readonly state?: string;
  readonly number?: string | null;
  readonly owner?: string | null;
  readonly final?: boolean;
  readonly waitsFor?: string | null;
  /** Facts; null: absent. */
  readonly facts?: FactMap;
  /** The next step: act, owner, due, rule; null: none. */
  readonly next?: FactMap | null;
  /** Last run of each step: open, verdict, dropped, margin, due, who, rule; null: never opened. */
  readonly steps?: Readonly<Record<string, FactMap | null>>;
  readonly entries?: readonly FactMap[];
  /** Form → act that sealed it. */
  readonly sealed?: FactMap;
  /** Fact → rule, value, inputs, values, given, start, due. */
  readonly why?: Readonly<Record<string, FactMap>>;
}

export interface Expectation extends MatterExpectation {
  /** Refusals in order, each `rule code` or `rule code field`. Left out: the act must be allowed. */
  readonly refused?: readonly string[];
  /** Everyone told meanwhile, each `person rule text`, in any order. */
  readonly told?: readonly string[];
  /** Types of the events raised meanwhile; others may stand between them. */
  readonly events?: readonly string[];
  /** Rows of the view that was opened. */
  readonly rows?: readonly FactMap[];
  /** Form → copies (addressees), entitles. */
  readonly forms?: Readonly<Record<string, FactMap>>;
  /** Other matters, by id. */
  readonly matters?: Readonly<Record<string, MatterExpectation>>;
}

/** A worked example: on a stage, given some acts, when something happens, then this holds; it proves these rules. */
export interface CaseDocument {
  readonly rule: RuleReference;
  readonly name: string;
  readonly stage: string;
  readonly given?: readonly CaseAct[];
  readonly when: CaseAct;
  readonly then: Expectation;
}

export interface Examples {
  readonly stages: Readonly<Record<string, StageDocument>>;
  readonly cases: readonly CaseDocument[];
}

/** The examples of a pack that fits the schema. */
export function examplesOf(pack: PackDocument): Examples {
  const { stages = {}, cases = [] } = pack as unknown as Partial<Examples>;
  return { stages, cases };
}

/** A pack as it is adopted: examples prove it and are no part of it. */
export function withoutExamples(pack: PackDocument): PackDocument {
  const { stages: _stages, cases: _cases, ...adopted } = pack as PackDocument & Partial<Examples>;
  return adopted;
}

