// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type IndicatorResultState = 'closed';

export type IndicatorResultAct = 'close' | 'correct' | 'appeal';

export interface IndicatorResultScoresLine {
  readonly subject: string;
  readonly value?: number;
  readonly target?: number;
  readonly reached?: boolean;
  readonly rank?: number;
  readonly points?: number;
  readonly pay?: number;
  readonly share?: number;
  readonly said?: string;
  readonly item?: string;
  readonly rule?: string;
}

export interface IndicatorResultFacts {
  readonly indicator?: string;
  readonly item?: string;
  readonly rule?: string;
  readonly start?: string;
  readonly end?: string;
  readonly scores?: readonly IndicatorResultScoresLine[];
  readonly appealUntil?: string;
  readonly reason?: string;
}

export interface IndicatorResultCloseInput {
  readonly indicator: string;
  readonly item: string;
  readonly rule?: string;
  readonly start: string;
  readonly end: string;
  readonly scores?: readonly IndicatorResultScoresLine[];
  readonly appealUntil?: string;
}

export interface IndicatorResultCorrectInput {
  readonly scores?: readonly IndicatorResultScoresLine[];
  readonly reason?: string;
}

export interface IndicatorResultAppealInput {
  readonly reason: string;
}
