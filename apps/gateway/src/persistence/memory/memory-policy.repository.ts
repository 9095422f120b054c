import type { PolicyDocument } from '@huiyin/regulation-engine';
import { PolicyRepository } from '../policy.repository.ts';

export class MemoryPolicyRepository extends PolicyRepository {
  private readonly documents = new Map<string, PolicyDocument>();
  override async put(hash: string, document: PolicyDocument): Promise<void> {
    this.documents.set(hash, document);
  }
  override async get(hash: string): Promise<PolicyDocument | undefined> {
    return this.documents.get(hash);
  }
}
