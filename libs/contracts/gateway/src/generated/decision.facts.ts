// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type DecisionState = 'open' | 'decided';

export type DecisionAct = 'open' | 'decide';

export interface DecisionFacts {
  readonly question?: string;
  readonly about?: string;
  readonly subject?: string;
  readonly assignee?: string;
  readonly rule?: string;
  readonly options?: readonly string[];
  readonly choice?: string;
  readonly reason?: string;
}

export interface DecisionOpenInput {
  readonly question: string;
  readonly about?: string;
  readonly subject?: string;
  readonly assignee?: string;
  readonly rule?: string;
  readonly options: readonly string[];
}

export interface DecisionDecideInput {
  readonly choice: string;
  readonly reason?: string;
}
