import type { Operator, PolicyPeriod } from '../operators/operator.ts';

export abstract class OperatorRepository {
  abstract insert(operator: Operator): Promise<void>;
  abstract load(id: string): Promise<Operator | undefined>;
  /** `opening` → `open`, once its administrator can sign in. */
  abstract open(id: string, matter: string): Promise<void>;
  /** Adds a policy to those adopted; one that is there already changes nothing. */
  abstract adopt(id: string, period: PolicyPeriod): Promise<void>;
  /** Moves a simulated clock; false when somebody else moved it meanwhile. */
  abstract moveClock(id: string, from: string, to: string): Promise<boolean>;
}
