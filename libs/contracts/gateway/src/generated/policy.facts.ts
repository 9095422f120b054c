// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type PolicyState = 'inForce' | 'superseded';

export type PolicyAct = 'adopt' | 'supersede';

export interface PolicyFacts {
  readonly packs?: readonly string[];
  readonly overrides?: string;
  readonly calendar?: string;
  readonly hash?: string;
  readonly previous?: string;
}

export interface PolicyAdoptInput {
  readonly packs: readonly string[];
  readonly overrides?: string;
  readonly calendar: string;
  readonly hash: string;
  readonly previous?: string;
}
