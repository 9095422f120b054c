// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type StaffMemberState = 'active' | 'left';

export type StaffMemberAct = 'hire' | 'change' | 'absent' | 'leave';

export interface StaffMemberAbsencesLine {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly deputy?: string;
}

export interface StaffMemberFacts {
  readonly name?: string;
  readonly roles?: readonly string[];
  readonly place?: string;
  readonly department?: string;
  readonly rank?: number;
  readonly superior?: string;
  readonly teams?: readonly string[];
  readonly leads?: readonly string[];
  readonly qualifications?: readonly string[];
  readonly joined?: string;
  readonly left?: string;
  readonly absences?: readonly StaffMemberAbsencesLine[];
  readonly shift?: string;
  readonly phone?: string;
}

export interface StaffMemberHireInput {
  readonly name: string;
  readonly roles: readonly string[];
  readonly place?: string;
  readonly department?: string;
  readonly rank?: number;
  readonly superior?: string;
  readonly teams?: readonly string[];
  readonly leads?: readonly string[];
  readonly qualifications?: readonly string[];
  readonly joined?: string;
  readonly shift?: string;
  readonly phone?: string;
}

export interface StaffMemberChangeInput {
  readonly name?: string;
  readonly roles?: readonly string[];
  readonly place?: string;
  readonly department?: string;
  readonly rank?: number;
  readonly superior?: string;
  readonly teams?: readonly string[];
  readonly leads?: readonly string[];
  readonly qualifications?: readonly string[];
  readonly joined?: string;
  readonly shift?: string;
  readonly phone?: string;
}

export interface StaffMemberAbsentInput {
  readonly from: string;
  readonly to: string;
  readonly deputy?: string;
}
