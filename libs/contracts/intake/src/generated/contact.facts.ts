// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type ContactState = 'recorded' | 'answered';

export type ContactAct = 'record' | 'answer';

export interface ContactFacts {
  readonly customer?: string;
  readonly channel?: 'verbal' | 'phone' | 'portal' | 'email' | 'letter';
  readonly description?: string;
  readonly phone?: string;
  readonly answerText?: string;
}

export interface ContactRecordInput {
  readonly customer?: string;
  readonly channel: 'verbal' | 'phone' | 'portal' | 'email' | 'letter';
  readonly description: string;
  readonly phone?: string;
}

export interface ContactAnswerInput {
  readonly answerText: string;
}
