// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type ThresholdState = 'reached';

export type ThresholdAct = 'reach';

export interface ThresholdKeyLine {
  readonly name: string;
  readonly text?: string;
  readonly number?: number;
  readonly flag?: boolean;
}

export interface ThresholdFacts {
  readonly item?: string;
  readonly query?: string;
  readonly key?: readonly ThresholdKeyLine[];
  readonly subject?: string;
  readonly count?: number;
  readonly limit?: number;
  readonly start?: string;
  readonly end?: string;
  readonly rule?: string;
}

export interface ThresholdReachInput {
  readonly item: string;
  readonly query: string;
  readonly key?: readonly ThresholdKeyLine[];
  readonly subject?: string;
  readonly count: number;
  readonly limit: number;
  readonly start?: string;
  readonly end?: string;
  readonly rule?: string;
}
