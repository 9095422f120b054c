import type { Operator } from '../operators/operator.ts';

export abstract class OperatorRepository {
  abstract insert(operator: Operator): Promise<void>;
  abstract load(id: string): Promise<Operator | undefined>;
  /** `opening` → `open`, once its administrator can sign in. */
  abstract open(id: string, matter: string): Promise<void>;
  /** Moves a simulated clock; false when somebody else moved it meanwhile. */
  abstract moveClock(id: string, from: string, to: string): Promise<boolean>;
  abstract setPolicy(id: string, policy: string): Promise<void>;
}
