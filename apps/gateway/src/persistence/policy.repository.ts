import type { PolicyDocument } from '@huiyin/regulation-engine';

/** Policies by the hash of their content; never changed, never removed. */
export abstract class PolicyRepository {
  abstract put(hash: string, document: PolicyDocument): Promise<void>;
  abstract get(hash: string): Promise<PolicyDocument | undefined>;
}
