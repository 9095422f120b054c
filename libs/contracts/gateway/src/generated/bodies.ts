// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
import type { ActBody } from '../body/index.ts';
import { StaffMemberAbsentBody, StaffMemberChangeBody, StaffMemberHireBody, StaffMemberLeaveBody } from './staff-member.bodies.ts';
import { OperatorChangeBody, OperatorOpenBody } from './operator.bodies.ts';
import { PolicyAdoptBody, PolicyConsentBody, PolicyDraftBody, PolicyFoundBody, PolicyWithdrawBody } from './policy.bodies.ts';
import { TaskDoBody, TaskOpenBody, TaskPassBody } from './task.bodies.ts';
import { DecisionDecideBody, DecisionOpenBody } from './decision.bodies.ts';
import { ThresholdReachBody } from './threshold.bodies.ts';
import { IndicatorResultAppealBody, IndicatorResultCloseBody, IndicatorResultCorrectBody } from './indicator-result.bodies.ts';

/** Classes of the bodies of gateway's core acts, by `kind.act`. */
export const gatewayBodies: Readonly<Record<string, new () => ActBody>> = {
  'staffMember.hire': StaffMemberHireBody,
  'staffMember.change': StaffMemberChangeBody,
  'staffMember.absent': StaffMemberAbsentBody,
  'staffMember.leave': StaffMemberLeaveBody,
  'operator.open': OperatorOpenBody,
  'operator.change': OperatorChangeBody,
  'policy.found': PolicyFoundBody,
  'policy.draft': PolicyDraftBody,
  'policy.consent': PolicyConsentBody,
  'policy.adopt': PolicyAdoptBody,
  'policy.withdraw': PolicyWithdrawBody,
  'task.open': TaskOpenBody,
  'task.pass': TaskPassBody,
  'task.do': TaskDoBody,
  'decision.open': DecisionOpenBody,
  'decision.decide': DecisionDecideBody,
  'threshold.reach': ThresholdReachBody,
  'indicatorResult.close': IndicatorResultCloseBody,
  'indicatorResult.correct': IndicatorResultCorrectBody,
  'indicatorResult.appeal': IndicatorResultAppealBody,
};
