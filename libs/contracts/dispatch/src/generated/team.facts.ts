// Generated from libs/dispatch/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type TeamState = 'active' | 'dissolved';

export type TeamAct = 'form' | 'change' | 'dissolve';

export interface TeamFacts {
  readonly code?: string;
  readonly name?: string;
  readonly trade?: string;
}

export interface TeamFormInput {
  readonly code: string;
  readonly name: string;
  readonly trade: string;
}

export interface TeamChangeInput {
  readonly name?: string;
  readonly trade?: string;
}
