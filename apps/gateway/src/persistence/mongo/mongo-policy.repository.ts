import { gunzipSync, gzipSync } from 'node:zlib';
import type { PolicyDocument } from '@huiyin/regulation-engine';
import { canonicalJson } from '@huiyin/regulation-packs';
import { PolicyRepository } from '../policy.repository.ts';
import type { GatewayCollections } from './collections.ts';

export class MongoPolicyRepository extends PolicyRepository {
  constructor(private readonly policies: GatewayCollections['policies']) {
    super();
  }
  override async put(hash: string, document: PolicyDocument): Promise<void> {
    await this.policies.updateOne({ _id: { $eq: hash } }, { $setOnInsert: { zipped: gzipSync(canonicalJson(document)) } }, { upsert: true });
  }
  override async get(hash: string): Promise<PolicyDocument | undefined> {
    const row = await this.policies.findOne({ _id: { $eq: hash } }, { promoteBuffers: true });
    return row ? (JSON.parse(gunzipSync(row.zipped).toString('utf8')) as PolicyDocument) : undefined;
  }
}
