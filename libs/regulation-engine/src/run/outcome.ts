import type { EngineEvent } from '../matter/event.ts';
import type { Citation, FactMap, FactValue, Matter } from '../matter/matter.ts';
import type { Actor, Directory, OnBehalfOf } from '../matter/person.ts';

/** What a caller wants done. */
export interface Command {
  /** camelCase act name of the kind. */
  readonly act: string;
  readonly input: FactMap;
  readonly actor: Actor;
  readonly onBehalfOf?: OnBehalfOf;
  /** Line key, for acts on a line. */
  readonly line?: string;
  /** Of an effect raised at an exclusive end: the instant its act counts for. */
  readonly countsAt?: string;
}

/** Linked matters as seen by expressions: facts at the top, beside state, owner, openedAt, did, steps, overdue. */
export interface Facts {
  readonly directory: Directory;
  /** Matters by id: links of this matter and of the input. Missing = unknown here; a gate that reads it refuses. */
  matter(id: string): Matter | undefined;
  /** Answers of the queries this act needs, by the names `needs` gives; an answer once given is not changed. */
  readonly queries?: Readonly<Record<string, FactValue>>;
  /** Entries of a ledger that count for a time before this are closed: what changes them is corrected in the open period. */
  closedUntil?(ledger: string): string | undefined;
  /** Open matters a person owes, for `pick: leastLoaded`; left out: nobody is preferred. */
  load?(person: string): number;
}

export type RefusalStage = 'actor' | 'gate' | 'turn' | 'form';

/** One failing gate. `facts` fill the sentence; the adapter writes it in the reader's language. */
export interface Refusal {
  /** camelCase; `texts` of the policy or a built-in code (`notAllowed`, `wrongState`, `required`, `unknownField`, `wrongType`, `outOfRange`, `notYourTurn`, `unique`, `evaluation`). */
  readonly code: string;
  readonly at: RefusalStage;
  readonly citation: Citation;
  /** Field (or JSON pointer below the input) the refusal is about. */
  readonly field?: string;
  readonly facts: FactMap;
  /** The act that refuses, where it is not the one asked for but one that happens with it or not at all (`together`). */
  readonly of?: { readonly matter: string; readonly kind: string; readonly act: string };
}

/** Numbers are drawn by the host in the same update; the engine asks through this. */
export interface NumberRequest {
  readonly kind: string;
  /** Format with the period filled in and `{seq:4}` kept: the counter's key. */
  readonly series: string;
  readonly width: number;
  readonly into?: string;
}

/** A key that no other matter in these states may have. */
export interface UniqueClaim {
  readonly key: string;
  readonly refuse: string;
  readonly citation: Citation;
}

export type Outcome =
  | { readonly ok: true; readonly matter: Matter; readonly events: readonly EngineEvent[]; readonly numbers: readonly NumberRequest[]; readonly unique: readonly UniqueClaim[] }
  /** `events` are what settling brought to light; they are stored even though the act is refused. */
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly matter?: Matter; readonly events: readonly EngineEvent[] };

/** What must be fetched before an act can be decided. */
export interface Needs {
  /** Ids of matters to have at hand (links of the matter and refs of the input). */
  readonly matters: readonly { readonly id: string; readonly kind: string; readonly service: string }[];
  /** In the order in which they are to be answered (`answerQuery`); `rows` says which rows that takes, `at` the instant whose window is meant where it is not now. */
  readonly queries: readonly { readonly name: string; readonly of: string; readonly service: string; readonly rows: { readonly kind: string } | { readonly ledger: string }; readonly parameters: FactMap; readonly at?: string }[];
}
