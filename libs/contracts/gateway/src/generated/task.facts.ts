// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type TaskState = 'open' | 'done';

export type TaskAct = 'open' | 'pass' | 'do';

export interface TaskFacts {
  readonly what?: string;
  readonly about?: string;
  readonly rule?: string;
  readonly assignee?: string;
  readonly result?: string;
}

export interface TaskOpenInput {
  readonly what: string;
  readonly about?: string;
  readonly rule?: string;
  readonly assignee: string;
}

export interface TaskPassInput {
  readonly assignee?: string;
}

export interface TaskDoInput {
  readonly result?: string;
}
