import type { EngineEvent, FactMap, Matter, Person, PolicyDocument } from '@huiyin/regulation-engine';
import type { CaseAct } from '../cases/case-document.ts';

/** Something that was done, at an instant, and how it was refused. */
export interface GoldenAct extends Omit<CaseAct, 'at' | 'refused'> {
  readonly at: string;
  readonly input?: FactMap;
  /** `rule code field` of each refusal, in order; empty: allowed. */
  readonly refused: readonly string[];
}

/** A stored history: what was done under which policy, every event it brought about in order, and the matters as they stood in the end. */
export interface GoldenHistory {
  readonly name: string;
  /** Hash of the policy document, which is stored beside it: stored policies compile for ever. */
  readonly policy: string;
  readonly people: readonly Person[];
  readonly acts: readonly GoldenAct[];
  readonly events: readonly { readonly matter: string; readonly event: EngineEvent }[];
  readonly matters: Readonly<Record<string, Matter>>;
}

export interface Golden {
  readonly history: GoldenHistory;
  readonly policy: PolicyDocument;
}
