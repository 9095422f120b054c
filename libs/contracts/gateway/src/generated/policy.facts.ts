// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type PolicyState = 'drafted' | 'consented' | 'adopted' | 'withdrawn';

export type PolicyAct = 'found' | 'draft' | 'consent' | 'adopt' | 'withdraw';

export interface PolicyFacts {
  readonly packs?: readonly string[];
  readonly overrides?: string;
  readonly calendar?: string;
  readonly hash?: string;
  readonly base?: string;
  readonly previous?: string;
  readonly inForceFrom?: string;
  readonly reason?: string;
}

export interface PolicyFoundInput {
  readonly packs?: readonly string[];
  readonly overrides?: string;
  readonly calendar: string;
  readonly hash: string;
}

export interface PolicyDraftInput {
  readonly packs?: readonly string[];
  readonly overrides?: string;
  readonly calendar: string;
  readonly hash: string;
  readonly base: string;
  readonly previous: string;
  readonly inForceFrom?: string;
  readonly reason?: string;
}

export interface PolicyConsentInput {
  readonly reason?: string;
}

export interface PolicyWithdrawInput {
  readonly reason?: string;
}
