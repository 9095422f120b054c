import type { Operator, PolicyPeriod } from './operator.ts';

/** A period with its end: where the next begins; one that was overtaken before it began ends as it begins. */
export interface ClosedPeriod extends PolicyPeriod {
  readonly until?: string;
}

/** Periods in the order of adoption, each with its end. */
export function historyOf({ policies = [] }: Operator): readonly ClosedPeriod[] {
  return policies.map((period, index) => {
    const next = policies[index + 1];
    return { ...period, ...(next && { until: next.from }) };
  });
}

/** The policy in force at an instant; before the first one begins, that one. */
export function policyAt(operator: Operator, at: string): string {
  return operator.policies?.findLast(({ from }) => from <= at)?.hash ?? operator.policies?.[0]?.hash ?? operator.policy;
}

/** The operator as it is at an instant: with the policy then in force. */
export const operatorAt = (operator: Operator, at: string): Operator => ({ ...operator, policy: policyAt(operator, at) });

/** The policy adopted last, whether it has begun or not: what a further change is drafted on. */
export const lastAdopted = ({ policies = [] }: Operator): PolicyPeriod | undefined => policies.at(-1);
