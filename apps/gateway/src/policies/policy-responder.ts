import { Injectable } from '@nestjs/common';
import { policyPage } from '@huiyin/contracts-kernel';
import type { PolicyPageReply, PolicyPageRequest } from '@huiyin/contracts-kernel';
import { canonicalJson } from '@huiyin/regulation-packs';
import { PolicyRepository } from '../persistence/policy.repository.ts';

/** Answers `policy.gateway.fetch`: a policy document by its hash, in pages. */
@Injectable()
export class PolicyResponder {
  constructor(private readonly repository: PolicyRepository) {}

  async page({ hash, page }: PolicyPageRequest): Promise<PolicyPageReply> {
    const document = typeof hash === 'string' ? await this.repository.get(hash) : undefined;
    if (!document || !Number.isInteger(page) || page < 0) return { known: false };
    return policyPage(canonicalJson(document), page);
  }
}
