import type { Json, JsonObject } from './json.ts';

export const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** The operator's first administrator may act in every scenario without being declared. */
export const ADMIN = 'admin';

/** A scenario file that has been read and found sound; nothing in it needs checking again. */
export interface Scenario {
  readonly file: string;
  readonly title: string;
  /** Id of the acceptance card, such as `S2.4`. */
  readonly card?: string;
  readonly operator: OperatorSpec;
  /** In an order in which every superior stands before his people. */
  readonly actors: readonly ActorSpec[];
  readonly given: readonly Step[];
  readonly steps: readonly Step[];
  /** The instant at which the operator's clock stands when it opens, epoch ms. */
  readonly opensAt: number;
}

export interface OperatorSpec {
  readonly name: string;
  readonly zone: string;
  readonly packs: readonly string[];
  readonly overrides?: JsonObject;
  readonly calendar?: JsonObject;
}

export interface ActorSpec {
  readonly key: string;
  readonly role: string;
  /** Saved name of the customer whose account this is; only for the role `customer`. */
  readonly customer?: string;
  readonly name?: string;
  readonly place?: string;
  readonly department?: string;
  readonly teams?: readonly string[];
  readonly leads?: readonly string[];
  /** Key of another actor. */
  readonly superior?: string;
  readonly rank?: Json;
  readonly qualified?: Json;
  readonly joined?: string;
  readonly shift?: Json;
}

export interface Step {
  readonly section: 'given' | 'steps';
  /** From 1, within its section. */
  readonly index: number;
  /** Row of the acceptance card that this step belongs to. */
  readonly row?: number | string;
  readonly title: string;
  readonly line: number;
  /** Epoch ms to which the operator's clock moves before the request; absent: it stays. */
  readonly at?: number;
  readonly as: string;
  readonly method: Method;
  readonly path: string;
  readonly query: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** Name → path into the answer. */
  readonly save: Readonly<Record<string, string>>;
  readonly expect: Expectation;
  /** Line of each value below the step, by its JSON pointer (`/expect/body/state`). */
  readonly lines: ReadonlyMap<string, number>;
}

export interface Expectation {
  /** Absent: any 2xx. */
  readonly status?: number;
  readonly headers?: JsonObject;
  /** Absent: the body is not looked at. */
  readonly body?: Json;
}

/** Why a file is refused before anything runs; line and column count from 1. */
export interface ScenarioProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
