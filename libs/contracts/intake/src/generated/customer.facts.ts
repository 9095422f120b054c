// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type CustomerState = 'active' | 'withdrawn';

export type CustomerAct = 'register' | 'change' | 'withdraw';

export interface CustomerFacts {
  readonly name?: string;
  readonly phone?: string;
  readonly relation?: 'owner' | 'tenant' | 'other';
  readonly place?: string;
  readonly room?: string;
  readonly account?: string;
}

export interface CustomerRegisterInput {
  readonly name: string;
  readonly phone?: string;
  readonly relation: 'owner' | 'tenant' | 'other';
  readonly place?: string;
  readonly room?: string;
  readonly account?: string;
}

export interface CustomerChangeInput {
  readonly name?: string;
  readonly phone?: string;
  readonly relation?: 'owner' | 'tenant' | 'other';
  readonly place?: string;
  readonly room?: string;
  readonly account?: string;
}
