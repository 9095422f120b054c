/** From when on a policy is in force for new matters. */
export interface PolicyPeriod {
  readonly hash: string;
  /** Instant, UTC. */
  readonly from: string;
  /** The matter by which it was adopted. */
  readonly matter: string;
}

/** An operator as the gateway keeps it: its tenant, its clock, its policy in force. */
export interface Operator {
  /** The tenant of everything it owns. */
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly simulated: boolean;
  /** Where a simulated operator's clock stands (UTC); unused for real time. */
  readonly now: string;
  /** Hash of the policy in force for new matters. */
  readonly policy: string;
  /** Every policy adopted, in the order of adoption. */
  readonly policies?: readonly PolicyPeriod[];
  /** `opening` until its first administrator can sign in. */
  readonly state: 'opening' | 'open';
  readonly createdAt: string;
  readonly matter?: string;
}
