// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type OperatorState = 'active';

export type OperatorAct = 'open' | 'change';

export interface OperatorFacts {
  readonly name?: string;
  readonly zone?: string;
  readonly simulated?: boolean;
}

export interface OperatorOpenInput {
  readonly name: string;
  readonly zone: string;
  readonly simulated?: boolean;
}

export interface OperatorChangeInput {
  readonly name?: string;
}
