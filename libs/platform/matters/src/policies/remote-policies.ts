import type { NatsConnection } from '@nats-io/transport-node';
import { POLICY_SUBJECT } from '@huiyin/contracts-kernel';
import type { PolicyPageReply, PolicyPageRequest } from '@huiyin/contracts-kernel';
import { ask } from '@huiyin/platform-messaging';
import type { PolicyDocument } from '@huiyin/regulation-engine';
import { policyHash } from '@huiyin/regulation-packs';
import type { PolicySource } from '../ports.ts';

const ANSWER_MS = 5_000;

/** Fetches policies from the gateway, page by page, and believes only what has the hash it asked for. */
export class RemotePolicies implements PolicySource {
  constructor(private readonly connection: NatsConnection) {}

  /** @throws Error when the gateway does not answer, or answers with another content. */
  async fetch(hash: string): Promise<PolicyDocument | undefined> {
    let text = '';
    for (let page = 0, pages = 1; page < pages; page += 1) {
      const reply = await ask<PolicyPageReply>(this.connection, POLICY_SUBJECT, { hash, page } satisfies PolicyPageRequest, ANSWER_MS);
      if (!reply.known) return undefined;
      pages = reply.pages;
      text += reply.text;
    }
    const document = JSON.parse(text) as PolicyDocument;
    if (policyHash(document) !== hash) throw new Error(`the policy received for ${hash} has another content`);
    return document;
  }
}
